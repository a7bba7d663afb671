package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.store.AdminLists;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.UnallowedDomain;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's own domains that let nobody in, as their organizations do not allow them.
 *
 * @param total how many there are, of the organizations that the administrator may view
 * @param domains the first of them, ordered by name
 */
@Schema(name = "UnallowedDomains")
public record UnallowedRepresentation(long total, List<Unallowed> domains) {

    private static final int MOST = 20;

    /**
     * One of them.
     *
     * @param domain the domain as it can be allowed: lower case, A-labels, {@code *.} prefix kept
     * @param organization the organization that has it
     * @param verified whether it is marked verified, by somebody whose word proves something
     * @param manage whether the administrator may allow it there
     */
    @Schema(name = "UnallowedDomain")
    public record Unallowed(String domain, OrganizationRef organization, boolean verified, boolean manage) {}

    /** A domain as Keycloak has it, and as it would be allowed. */
    private record Own(UnallowedDomain kept, DomainPattern pattern) {

        /** Empty where it can never be allowed, or is so in another spelling. */
        static Stream<Own> of(UnallowedDomain kept, AllowedDomains allowed) {
            return DomainPattern.find(kept.name()).stream()
                    .filter(pattern -> pattern.value().equals(kept.name())
                            || Stream.of(pattern.value(), "*." + pattern.value())
                                    .allMatch(name -> allowed.find(
                                                    kept.organization().id(), name)
                                            .isEmpty()))
                    .map(pattern -> new Own(kept, pattern));
        }

        OrganizationRef organization() {
            return kept.organization();
        }
    }

    /** None where the realm's organizations are off. */
    static UnallowedRepresentation of(AdminRequest request) {
        if (!request.realm().isOrganizationsEnabled()) {
            return new UnallowedRepresentation(0, List.of());
        }
        AdminView view = request.organizations().view();
        AdminLists lists = request.store().lists();
        List<UnallowedDomain> first = lists.unallowed(MOST, view);
        List<Own> own = first.stream()
                .flatMap(kept -> Own.of(kept, request.store().domains()))
                .toList();
        long total = first.size() < MOST ? first.size() : lists.unallowedCount(view);
        return new UnallowedRepresentation(total - first.size() + own.size(), told(request, own));
    }

    private static List<Unallowed> told(AdminRequest request, List<Own> own) {
        Set<String> orgIds =
                own.stream().map(domain -> domain.organization().id()).collect(toSet());
        Set<DomainKey> verified = orgIds.isEmpty()
                ? Set.of()
                : request.store().markedDomains().of(orgIds).stream()
                        .filter(marked -> !marked.claimed())
                        .map(marked -> new DomainKey(marked.orgId(), marked.name()))
                        .collect(toSet());
        OrganizationProvider organizations = request.session().getProvider(OrganizationProvider.class);
        return own.stream()
                .map(domain -> {
                    OrganizationRef of = domain.organization();
                    OrganizationModel organization = organizations.getById(of.id());
                    return new Unallowed(
                            domain.pattern().value(),
                            of,
                            verified.contains(
                                    new DomainKey(of.id(), domain.pattern().base())),
                            organization != null && request.organizations().mayManage(organization));
                })
                .toList();
    }
}
