package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.UnallowedDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keycloak's own domains that their organizations do not allow, as the realm's rules judge them.
 *
 * @param allowable those that may be allowed
 * @param refused why the others may not
 */
record OwnDomains(List<Allowable> allowable, List<RefusedDomainException> refused) {

    /** A domain as Keycloak has it, and as it would be allowed. */
    record Allowable(UnallowedDomain kept, DomainPattern pattern) {

        /** Under which it may be allowed, where Keycloak has it in another spelling. */
        private Stream<DomainKey> otherwise() {
            return pattern.value().equals(kept.name())
                    ? Stream.empty()
                    : Stream.of(pattern.value(), "*." + pattern.value())
                            .map(name -> new DomainKey(organization().id(), name));
        }

        OrganizationRef organization() {
            return kept.organization();
        }
    }

    static OwnDomains of(AdminRequest request, List<UnallowedDomain> read) {
        DomainRules rules = request.domainRules();
        List<Allowable> allowable = new ArrayList<>();
        List<RefusedDomainException> refused = new ArrayList<>();
        for (UnallowedDomain kept : read) {
            try {
                allowable.add(new Allowable(kept, rules.allow(kept.name())));
            } catch (RefusedDomainException e) {
                refused.add(e);
            }
        }
        return new OwnDomains(notAllowed(request, allowable), List.copyOf(refused));
    }

    private static List<Allowable> notAllowed(AdminRequest request, List<Allowable> own) {
        List<DomainKey> otherwise = own.stream().flatMap(Allowable::otherwise).toList();
        if (otherwise.isEmpty()) {
            return List.copyOf(own);
        }
        Set<DomainKey> allowed = request.store()
                .imports()
                .among(
                        otherwise.stream().map(DomainKey::orgId).collect(toSet()),
                        otherwise.stream().map(DomainKey::domain).collect(toSet()))
                .keySet();
        return own.stream()
                .filter(domain -> domain.otherwise().noneMatch(allowed::contains))
                .toList();
    }
}
