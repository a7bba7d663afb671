package io.github.orgswitcher.bulk;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.bulk.ImportedPolicy.RefusedRowException;
import io.github.orgswitcher.bulk.RowResult.Status;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.declared.DeclaredWords;
import io.github.orgswitcher.declared.DeclaredWords.Contradiction;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.DomainPolicy;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at some rows at once, with a few queries, and says what is to be added. The organizations are locked before it is read
 * what they have, so that what is said to be added is added by this import and no other.
 */
final class ImportBatch {

    private final ImportRequest request;
    private final RealmStore store;
    private final NamedOrganizations organizations;
    private final ImportedPolicy policies;

    ImportBatch(ImportRequest request, RealmStore store, Importer importer) {
        this.request = request;
        this.store = store;
        this.organizations = new NamedOrganizations(store, importer);
        this.policies = new ImportedPolicy(importer);
    }

    /**
     * What came of the rows.
     *
     * @param results one for each row
     * @param added the domains to add
     */
    record Outcome(List<RowResult> results, List<AllowedDomain> added) {

        /** All of them for one reason. */
        static Outcome refused(List<ImportRow> rows, Problem problem, Messages messages) {
            return new Outcome(
                    rows.stream()
                            .map(row -> RowResult.refused(row, problem, messages))
                            .toList(),
                    List.of());
        }
    }

    /** A row that is either to be added, or has a problem. */
    private record Checked(
            ImportRow row,
            @Nullable DomainKey key,
            @Nullable Problem problem) {}

    /** The organizations that rows can add something to. */
    Set<String> organizationsToChange(List<ImportRow> rows) {
        return keys(check(rows)).map(DomainKey::orgId).collect(toSet());
    }

    Outcome look(List<ImportRow> rows, Instant now) {
        List<Checked> checked = stillThere(check(rows));
        Map<DomainKey, DomainPolicy> present = present(checked);
        DeclaredWords words = words(checked, present);
        List<RowResult> results = new ArrayList<>();
        List<AllowedDomain> added = new ArrayList<>();
        for (Checked each : checked) {
            if (each.key == null) {
                results.add(RowResult.refused(each.row, Objects.requireNonNull(each.problem), request.messages()));
            } else {
                results.add(judge(each.row, each.key, present, words, now, added));
            }
        }
        return new Outcome(results, added);
    }

    private RowResult judge(
            ImportRow row,
            DomainKey key,
            Map<DomainKey, DomainPolicy> present,
            DeclaredWords words,
            Instant now,
            List<AllowedDomain> added) {
        try {
            PolicyValues policy = policies.of(row, key.orgId());
            DomainPolicy there = present.get(key);
            if (there != null) {
                return there(row, key, policy, there.values());
            }
            Optional<Contradiction> contradiction = words.contradicting(key, PolicyValues.NONE, policy);
            if (contradiction.isPresent()) {
                return RowResult.refused(row, Problem.of(contradiction.get()), request.messages());
            }
            present.put(key, new DomainPolicy(Source.API, policy));
            added.add(AllowedDomain.added(key.orgId(), key.domain(), Source.API, now, request.adminId())
                    .claimed(request.claims())
                    .saying(policy));
            return RowResult.of(row, key.domain(), Status.ADDED);
        } catch (RefusedRowException e) {
            return RowResult.refused(row, e.problem(), request.messages());
        }
    }

    /** An import adds, and changes nothing that is there; nor does it pass over that somebody is to be kept out. */
    private RowResult there(ImportRow row, DomainKey key, PolicyValues policy, PolicyValues there) {
        return policy.orElse(there).equals(there)
                ? RowResult.of(row, key.domain(), Status.EXISTS)
                : RowResult.refused(
                        row,
                        new Problem(ImportRow.DOMAIN, "orgSwitcherImportOtherPolicy", key.domain()),
                        request.messages());
    }

    /** What attributes say, where there is something to add. */
    private DeclaredWords words(List<Checked> checked, Map<DomainKey, DomainPolicy> present) {
        return DeclaredWords.of(
                store,
                keys(checked)
                        .filter(key -> !present.containsKey(key))
                        .map(DomainKey::orgId)
                        .collect(toSet()));
    }

    private List<Checked> check(List<ImportRow> rows) {
        Map<String, OrganizationRef> found = organizations.among(rows.stream().map(ImportRow::organization));
        return rows.stream().map(row -> check(row, found)).toList();
    }

    private Checked check(ImportRow row, Map<String, OrganizationRef> found) {
        if (row.problem() != null) {
            return new Checked(row, null, row.problem());
        }
        NamedOrganizations.Named named = organizations.named(row.organization(), found);
        OrganizationRef organization = named.organization();
        if (organization == null) {
            return new Checked(row, null, named.problem());
        }
        if (row.domain() == null || row.domain().isBlank()) {
            return refused(row, ImportRow.DOMAIN, "orgSwitcherDomainMissing");
        }
        try {
            String domain = request.rules().allow(row.domain()).value();
            return new Checked(row, new DomainKey(organization.id(), domain), null);
        } catch (RefusedDomainException e) {
            return new Checked(row, null, Problem.of(e));
        }
    }

    private List<Checked> stillThere(List<Checked> checked) {
        Set<String> there =
                store.organizations().lock(keys(checked).map(DomainKey::orgId).collect(toSet()));
        if (there.isEmpty()) {
            store.requireThere();
        }
        return checked.stream()
                .map(each -> each.key == null || there.contains(each.key.orgId()) ? each : gone(each.row))
                .toList();
    }

    private static Checked gone(ImportRow row) {
        return new Checked(row, null, NamedOrganizations.notFound(row.organization()));
    }

    private static Checked refused(ImportRow row, String field, String messageKey, Object... params) {
        return new Checked(row, null, new Problem(field, messageKey, params));
    }

    private Map<DomainKey, DomainPolicy> present(List<Checked> checked) {
        Set<DomainKey> keys = keys(checked).collect(toSet());
        if (keys.isEmpty()) {
            return new HashMap<>();
        }
        return new HashMap<>(store.imports()
                .among(
                        keys.stream().map(DomainKey::orgId).collect(toSet()),
                        keys.stream().map(DomainKey::domain).collect(toSet())));
    }

    private static Stream<DomainKey> keys(List<Checked> checked) {
        return checked.stream().map(Checked::key).filter(Objects::nonNull);
    }
}
