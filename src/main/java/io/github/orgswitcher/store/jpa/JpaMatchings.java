package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.Matchings;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.Verification;
import jakarta.persistence.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;

/** The login's one query. */
record JpaMatchings(RealmQueries queries) implements Matchings {

    /**
     * One row at least, because the realm is there; the count does not depend on the row, so the database computes it
     * once. Seats are counted only where there is a limit to them.
     */
    private static final String PERSON =
            """
            select o.id as orgId, o.alias as alias, o.name as name, o.enabled as enabled,
                   d.domain as domain, d.verification as verification, d.claimed as claimed,
                   %s as own, %s as proofs,
                   p as api, a as declared, e.status as status,
                   case when coalesce(a.maxMembers, p.maxMembers) is null then 0L else %s end as members,
                   (select count(c.orgId) from EnrollmentEntity c
                     where c.realmId = :realm and c.userId = :user and c.method = CREATOR) as created,
                   n as person
              from RealmEntity r
              left join PersonEntity n on n.realmId = r.id and n.userId = :user
              left join AllowedDomainEntity d on d.realmId = r.id and d.domain in (:patterns)
              left join OrganizationEntity o on o.id = d.orgId and o.realmId = r.id
              left join JoinPolicyEntity p on p.orgId = o.id and p.source = API
              left join JoinPolicyEntity a on a.orgId = o.id and a.source = ATTRIBUTE
              left join EnrollmentEntity e on e.orgId = o.id and e.userId = :user
             where r.id = :realm
             order by o.name, o.id
            """.formatted(JpaDomainProofs.OWN, JpaDomainProofs.ALL, PolicyQueries.SEATS_TAKEN);

    /** Stands for an address without a domain: a list in SQL may not be empty. */
    private static final List<String> NOTHING = List.of("");

    @Override
    public Matching of(String userId, @Nullable EmailDomain domain) {
        List<String> names = domain == null ? NOTHING : DomainPattern.proving(domain);
        List<String> patterns = domain == null ? NOTHING : DomainPattern.matching(domain);
        List<Tuple> rows = queries.flushed(PERSON, Tuple.class)
                .setParameter("user", userId)
                .setParameter("patterns", patterns)
                .setParameter("names", names)
                .setParameter("now", Time.currentTime())
                .setParameter("provable", JpaDomainProofs.provable(names))
                .getResultList();
        if (rows.isEmpty()) {
            return new Matching(PersonRecord.NONE, 0, List.of());
        }
        List<Match> matches = rows.stream()
                .filter(row -> row.get("orgId") != null)
                .map(JpaMatchings::match)
                .toList();
        Tuple any = rows.get(0);
        PersonEntity person = any.get("person", PersonEntity.class);
        return new Matching(
                person == null ? PersonRecord.NONE : JpaPeople.record(queries.em(), person),
                any.get("created", Long.class).intValue(),
                matches);
    }

    private static Match match(Tuple row) {
        return new Match(
                row.get("orgId", String.class),
                row.get("alias", String.class),
                row.get("name", String.class),
                row.get("enabled", Boolean.class),
                row.get("domain", String.class),
                row.get("verification", Verification.class) == Verification.VERIFIED,
                row.get("claimed", Boolean.class),
                row.get("own", Long.class) > 0,
                row.get("proofs", Long.class) > row.get("own", Long.class),
                new JoinPolicy(said(row, "declared"), said(row, "api"))
                        .inForce()
                        .terms(),
                row.get("members", Long.class),
                row.get("status", EnrollmentStatus.class));
    }

    private static PolicyValues said(Tuple row, String owner) {
        JoinPolicyEntity policy = row.get(owner, JoinPolicyEntity.class);
        return policy == null ? PolicyValues.NONE : policy.toValues();
    }
}
