package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.MarkedDomain;
import io.github.orgswitcher.store.MarkedDomains;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps which of Keycloak's own domains are marked verified. Who has marked one is only known when that happens, so that
 * what is kept already stays as it is, unless somebody else has come upon it first: saving an organization again makes nothing of
 * somebody's claim.
 */
public final class MarkedDomainSync {

    private static final int PAGE = 200;

    private final MarkedDomains domains;
    private final Claimed claimed;

    MarkedDomainSync(MarkedDomains domains, Claimed claimed) {
        this.domains = domains;
        this.claimed = claimed;
    }

    /**
     * Keeps those of a realm that was made at this moment, which is the word of whoever makes it.
     *
     * @param domains the realm's
     */
    public static void ofNewRealm(MarkedDomains domains) {
        new MarkedDomainSync(domains, Claimed.all(false)).syncAll();
    }

    private void syncAll() {
        String last = "";
        List<String> page;
        do {
            page = domains.organizations(last, PAGE);
            sync(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    void sync(Collection<String> orgIds) {
        if (orgIds.isEmpty()) {
            return;
        }
        Map<String, Set<String>> marked = domains.verified(orgIds).stream()
                .flatMap(MarkedDomainSync::canonical)
                .collect(groupingBy(DomainKey::orgId, mapping(DomainKey::domain, toSet())));
        List<MarkedDomain> known = domains.of(orgIds);
        known.stream()
                .filter(domain ->
                        !marked.getOrDefault(domain.orgId(), Set.of()).contains(domain.name()) || isVouched(domain))
                .forEach(domains::remove);
        List<MarkedDomain> kept =
                known.stream().filter(domain -> !isVouched(domain)).toList();
        Map<String, Set<String>> present =
                kept.stream().collect(groupingBy(MarkedDomain::orgId, mapping(MarkedDomain::name, toSet())));
        marked.forEach((orgId, names) -> names.stream()
                .filter(name -> !present.getOrDefault(orgId, Set.of()).contains(name))
                .forEach(name -> domains.add(new MarkedDomain(orgId, name, claimed.is(orgId, name)))));
    }

    private boolean isVouched(MarkedDomain domain) {
        return domain.claimed() && claimed.isVouched(domain.orgId(), domain.name());
    }

    /** Keycloak takes names that are none here; they prove nothing. */
    static Stream<DomainKey> canonical(DomainKey written) {
        return DomainPattern.find(written.domain()).stream()
                .map(pattern -> new DomainKey(written.orgId(), pattern.base()));
    }
}
