package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.Lists;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.DomainProofs;
import io.github.orgswitcher.store.ProvenName;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has proven which domain names: by DNS, which a verified row says, with or without a wildcard, or by Keycloak's mark.
 * Either is found by an index on realm and name.
 */
record JpaDomainProofs(RealmQueries queries) implements DomainProofs {

    private static final String BY_DNS = """
            (select count(v.id) from AllowedDomainEntity v
              where v.realmId = :realm and v.domain in (:provable) and v.verification = VERIFIED%s)
            """;

    private static final String BY_MARK = """
            (select count(k.name) from MarkedDomainEntity k
              where k.realmId = :realm and k.name in (:names) and k.claimed = false%s)
            """;

    /** How many proofs there are; it does not depend on the organization. */
    static final String ALL = BY_DNS.formatted("") + " + " + BY_MARK.formatted("");

    /** How many of them are the organization's own; {@code o} is the organization. */
    static final String OWN =
            BY_DNS.formatted(" and v.orgId = o.id") + " + " + BY_MARK.formatted(" and k.orgId = o.id");

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

    private static final String HOLDERS_BY_DNS = """
            select v.domain as name, v.orgId as org from AllowedDomainEntity v
             where v.realmId = :realm and v.domain in (:names) and v.verification = VERIFIED
            """;

    private static final String HOLDERS_BY_MARK = """
            select k.name as name, k.orgId as org from MarkedDomainEntity k
             where k.realmId = :realm and k.name in (:names) and k.claimed = false
            """;

    private static final String ELSE = """
            select o.id from OrganizationEntity o
             where o.realmId = :realm and o.id not in (:orgs)
               and (o.id in (select v.orgId from AllowedDomainEntity v
                              where v.realmId = :realm and v.domain in (:provable) and v.verification = VERIFIED)
                    or o.id in (select k.orgId from MarkedDomainEntity k where k.realmId = :realm and k.name in (:names)))
            """;

    private static final String ANY_BELOW = "*.";

    /** Names of one statement, each of which has two spellings. */
    private static final int BATCH = 500;

    /** The token tells whether it is still the row that was checked; of two checks the later one counts. */
    private static final String SAVE = """
            update AllowedDomainEntity d
               set d.verification = :verification, d.verifiedAt = :verifiedAt, d.checkedAt = :checkedAt,
                   d.missingSince = :missingSince
             where d.realmId = :realm and d.orgId = :org and d.domain = :domain and d.verificationToken = :token
               and (d.checkedAt is null or d.checkedAt <= :checkedAt)
            """;

    /** The domains whose rows prove one of these names. */
    static List<String> provable(Collection<String> names) {
        return names.stream().flatMap(name -> Stream.of(name, ANY_BELOW + name)).toList();
    }

    @Override
    public List<ProvenName> among(String orgId, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, ProvenName> proven = new HashMap<>();
        Stream.concat(rows(ROWS, orgId, provable(names)), rows(MARKS, orgId, names))
                .forEach(found -> proven.merge(found.name(), found, JpaDomainProofs::both));
        return List.copyOf(proven.values());
    }

    /** Which organizations have proven names, by the name. */
    Map<String, Set<String>> holders(List<String> names) {
        return Lists.partition(names, BATCH).stream()
                .flatMap(some -> Stream.concat(
                        holders(HOLDERS_BY_DNS, provable(some)).stream(), holders(HOLDERS_BY_MARK, some).stream()))
                .collect(groupingBy(
                        row -> withoutWildcard(row.get("name", String.class)),
                        mapping(row -> row.get("org", String.class), toSet())));
    }

    private List<Tuple> holders(String query, Collection<String> names) {
        return queries.unflushed(query, Tuple.class)
                .setParameter("names", names)
                .getResultList();
    }

    @Override
    public boolean isAnybodyElses(Collection<String> orgIds, Collection<String> names) {
        return !names.isEmpty()
                && !queries.unflushed(ELSE, String.class)
                        .setParameter("orgs", orgIds)
                        .setParameter("names", names)
                        .setParameter("provable", provable(names))
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    @Override
    public boolean save(AllowedDomain checked, DomainProof proof) {
        int saved = queries.unflushed(SAVE)
                .setParameter("org", checked.orgId())
                .setParameter("domain", checked.domain())
                .setParameter("token", checked.proof().token())
                .setParameter("verification", proof.verification())
                .setParameter("verifiedAt", millis(proof.verifiedAt()))
                .setParameter("checkedAt", millis(proof.checkedAt()))
                .setParameter("missingSince", millis(proof.missingSince()))
                .executeUpdate();
        return saved > 0;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private Stream<ProvenName> rows(String query, String orgId, Collection<String> names) {
        return queries
                .unflushed(query, Tuple.class)
                .setParameter("org", orgId)
                .setParameter("names", names)
                .getResultStream()
                .map(JpaDomainProofs::provenName)
                .collect(Collectors.toList())
                .stream();
    }

    private static ProvenName provenName(Tuple row) {
        String domain = row.get("name", String.class);
        long own = row.get("own", Long.class);
        return new ProvenName(withoutWildcard(domain), own > 0, row.get("total", Long.class) > own);
    }

    private static String withoutWildcard(String domain) {
        return domain.startsWith(ANY_BELOW) ? domain.substring(ANY_BELOW.length()) : domain;
    }

    private static ProvenName both(ProvenName one, ProvenName other) {
        return new ProvenName(one.name(), one.own() || other.own(), one.another() || other.another());
    }
}
