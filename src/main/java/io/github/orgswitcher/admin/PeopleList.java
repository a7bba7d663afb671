package io.github.orgswitcher.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.domain.ShownTime;
import io.github.orgswitcher.membership.Absences;
import io.github.orgswitcher.membership.AbsentPerson;
import io.github.orgswitcher.rest.CsvLine;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Outsider;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.SearchWord;
import io.github.orgswitcher.store.Sought;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;

/** People whom an organization allows and does not have, as one administrator reads them. */
final class PeopleList {

    /** Each costs a comparison with each address of the realm. */
    private static final int MOST_DOMAINS = 500;

    private static final int BATCH = 500;

    private final AdminRequest request;
    private final OrganizationModel organization;

    PeopleList(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
    }

    /** Those who are to be read, over one of the allowed domains or over all. */
    Sought sought(@Nullable String domain, List<SearchWord> search) {
        return new Sought(
                organization.getId(),
                domain == null || domain.isBlank() ? domains() : List.of(allowed(domain)),
                search,
                request.administrator().users());
    }

    private List<DomainPattern> domains() {
        List<AllowedDomain> domains =
                request.store().domains().page(organization.getId(), new Paging(List.of(), 0, MOST_DOMAINS + 1));
        if (domains.size() > MOST_DOMAINS) {
            throw request.error(Status.BAD_REQUEST, "domain", "orgSwitcherPeopleDomainsTooMany", MOST_DOMAINS);
        }
        return domains.stream()
                .map(AllowedDomain::domain)
                .map(DomainPattern::new)
                .toList();
    }

    private DomainPattern allowed(String text) {
        try {
            DomainPattern pattern = DomainPattern.parse(text);
            if (request.store()
                    .domains()
                    .find(organization.getId(), pattern.value())
                    .isPresent()) {
                return pattern;
            }
            throw request.error(Status.BAD_REQUEST, "domain", "orgSwitcherDomainNotFound", pattern.value());
        } catch (RefusedDomainException e) {
            throw request.error(Status.BAD_REQUEST, "domain", "orgSwitcherDomainNotFound", e.domain());
        }
    }

    List<AbsentRepresentation> page(Sought sought, int first, int max) {
        return represent(
                        sought.domains().isEmpty()
                                ? List.of()
                                : request.store().outsiders().page(sought, first, max))
                .toList();
    }

    /** All of them, some hundred at a time, each lot in a transaction of its own. */
    void writeCsv(Sought sought, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, UTF_8);
        writer.write(CsvLine.of(AbsentRepresentation.COLUMNS));
        Optional<Lot> lot = Optional.of(new Lot("", List.of()));
        while (lot.isPresent()) {
            lot = next(sought, lot.get().last());
            for (String line : lot.map(Lot::lines).orElse(List.of())) {
                writer.write(line);
            }
            writer.flush();
        }
    }

    /**
     * Some lines.
     *
     * @param last the user name after which it goes on
     */
    private record Lot(String last, List<String> lines) {}

    private Optional<Lot> next(Sought sought, String last) {
        if (sought.domains().isEmpty()) {
            return Optional.empty();
        }
        return AdminWrite.of(request).call(own -> {
            List<Outsider> found = own.store().outsiders().after(sought, last, BATCH);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Lot(
                            found.get(found.size() - 1).person().username(),
                            new PeopleList(own, organization)
                                    .represent(found)
                                    .map(AbsentRepresentation::cells)
                                    .map(CsvLine::of)
                                    .toList()));
        });
    }

    /** Who is invited is for those to know who may invite. */
    private Stream<AbsentRepresentation> represent(List<Outsider> found) {
        return new Absences(request.session(), organization.getId())
                .of(found, request.organizations().mayManage(organization)).stream()
                        .map(this::represent);
    }

    private AbsentRepresentation represent(AbsentPerson absent) {
        Absence verdict = request.told(absent.absence());
        Instant askAgainAt = absent.askAgainAt();
        return new AbsentRepresentation(
                EnrollmentRepresentation.User.of(absent.outsider().person()),
                absent.outsider().enabled(),
                absent.domain(),
                verdict,
                askAgainAt == null
                        ? request.message(verdict.messageKey())
                        : request.message(
                                "orgSwitcherVerdictDeniedUntil",
                                ShownTime.of(askAgainAt, request.messages().locale())),
                absent.status(),
                askAgainAt == null ? null : askAgainAt.toEpochMilli(),
                verdict.isInvitable(),
                verdict.isJoinable());
    }
}
