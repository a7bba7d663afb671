package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.ProvenName;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has proven which domain names: by DNS, which a verified row says, with or without a wildcard, or by Keycloak's mark.
 * Either is found by an index on realm and name.
 */
final class ProvenNames {

    private static final String BY_DNS = """
            (select count(v.id) from AllowedDomainEntity v
              where v.realmId = :realm and v.domain in (:provable) and v.verification = VERIFIED%s)
            """;

    private static final String BY_MARK = """
            (select count(k.name) from MarkedDomainEntity k
              where k.realmId = :realm and k.name in (:names) and k.claimed = false%s)
            """;

    /** How many proofs there are; it does not depend on the organization. */
    static final String ALL = "(" + BY_DNS.formatted("") + " + " + BY_MARK.formatted("") + ")";

    /** How many of them are the organization's own; {@code o} is the organization. */
    static final String OWN =
            "(" + BY_DNS.formatted(" and v.orgId = o.id") + " + " + BY_MARK.formatted(" and k.orgId = o.id") + ")";

    private static final String ROWS = """
            select v.domain as name, sum(case when v.orgId = :org then 1L else 0L end) as own, count(v.id) as total
              from AllowedDomainEntity v
             where v.realmId = :realm and v.domain in (:names) and v.verification = VERIFIED
             group by v.domain
            """;

    private static final String MARKS = """
            select k.name as name, sum(case when k.orgId = :org then 1L else 0L end) as own, count(k.orgId) as total
              from MarkedDomainEntity k
             where k.realmId = :realm and k.name in (:names) and k.claimed = false
             group by k.name
            """;

    private static final String ANY_BELOW = "*.";

    private final EntityManager em;

    ProvenNames(EntityManager em) {
        this.em = em;
    }

    /** The domains whose rows prove one of these names. */
    static List<String> provable(Collection<String> names) {
        return names.stream().flatMap(name -> Stream.of(name, ANY_BELOW + name)).toList();
    }

    List<ProvenName> among(String realmId, String orgId, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, ProvenName> proven = new HashMap<>();
        Stream.concat(rows(ROWS, realmId, orgId, provable(names)), rows(MARKS, realmId, orgId, names))
                .forEach(found -> proven.merge(found.name(), found, ProvenNames::both));
        return List.copyOf(proven.values());
    }

    private Stream<ProvenName> rows(String query, String realmId, String orgId, Collection<String> names) {
        return em
                .createQuery(query, Tuple.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("names", names)
                .getResultStream()
                .map(ProvenNames::provenName)
                .collect(Collectors.toList())
                .stream();
    }

    private static ProvenName provenName(Tuple row) {
        String domain = row.get("name", String.class);
        long own = row.get("own", Long.class);
        return new ProvenName(
                domain.startsWith(ANY_BELOW) ? domain.substring(ANY_BELOW.length()) : domain,
                own > 0,
                row.get("total", Long.class) > own);
    }

    private static ProvenName both(ProvenName one, ProvenName other) {
        return new ProvenName(one.name(), one.own() || other.own(), one.another() || other.another());
    }
}
