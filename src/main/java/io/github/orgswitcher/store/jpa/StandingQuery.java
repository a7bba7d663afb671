package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.joining;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.store.Asked;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.PersonRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The login's one query, and the same about a single organization. */
final class StandingQuery {

    /** Organizations that are read of those that allow a domain: more than are ever shown, and than ever vouch for one person. */
    private static final int MOST = 100;

    /** The memberships that are read: two of them, which tell none, one and several apart, and those that are asked for. */
    private static final List<String> MEMBERSHIPS = List.of("one", "other", "asked", "hinted");

    /**
     * One row at least, because the realm is there. What does not depend on the allowed domain, the database looks up once. Those
     * that are asked for come first, then those that vouch for the person, whose word may reach nobody else.
     */
    private static final String FACTS = """
            select n as person,
                   (select count(c.orgId) from EnrollmentEntity c
                     where c.realmId = :realm and c.userId = :user and c.method = CREATOR) as created,
                   (select count(u.orgId) from EnrollmentEntity u join OrganizationEntity g on g.id = u.orgId
                     where u.realmId = :realm and u.userId = :user and u.status = DENIED and u.toldAt is null
                       and g.realmId = :realm and g.enabled = true and not %9$s) as untold,
                   (select max(l.usedAt) from LastUsedEntity l where l.userId = :user and l.realmId = :realm) as usedAt,
                   %10$s as belongs,
                   %1$s,
                   %2$s
              from RealmEntity r
              left join PersonEntity n on n.realmId = r.id and n.userId = :user
              left join (select min(x.id) as one, max(x.id) as other
                           from (select o.id as id from %3$s) x) some on 1 = 1
              left join OrganizationEntity one on one.id = some.one
              left join OrganizationEntity other on other.id = some.other
              left join OrganizationEntity asked
                     on asked.realmId = r.id and asked.id = :org and asked.enabled = true and %4$s
              left join OrganizationEntity hinted
                     on hinted.realmId = r.id and hinted.alias = :alias and hinted.enabled = true and %5$s
              left join AllowedDomainEntity d on d.realmId = r.id and d.domain in (:patterns)%6$s
              left join OrganizationEntity o on o.id = d.orgId and o.realmId = r.id
              %7$s
             where r.id = :realm
             order by case when o.id = :org or o.alias = :alias then 0 else 1 end,
                      case when n.witnesses is not null and locate(o.id, n.witnesses) > 0 then 0 else 1 end,
                      %8$s, lower(o.name), o.id
            """;

    /** Members are counted when they matter, and to the limit alone. */
    private static final String NOT_COUNTED = "0L";

    private static final String THIS_ONE = " and d.orgId = :org";

    private final EntityManager em;
    private final String realmId;

    StandingQuery(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    Matching all(Asked asked) {
        Opening opening = new Opening(asked.rule(), Membership.of(asked.userId()));
        return read(asked, opening.members(), "", opening.rank());
    }

    Matching one(Asked asked) {
        return read(asked, NOT_COUNTED, THIS_ONE, "1");
    }

    private Matching read(Asked asked, String members, String which, String rank) {
        Membership membership = Membership.of(asked.userId());
        String query = FACTS.formatted(
                MEMBERSHIPS.stream().map(StandingQuery::columns).collect(joining(", ")),
                MatchRow.columns(membership.isMember(), members),
                membership.any(2),
                membership.exists("asked"),
                membership.exists("hinted"),
                which,
                Opening.JOINS,
                rank,
                membership.exists("g"),
                membership.belongs());
        List<Tuple> rows = new MatchParameters(em, realmId, asked)
                .query(query, Tuple.class)
                .setMaxResults(MOST * patterns(asked))
                .getResultList();
        return rows.isEmpty() ? Matching.NONE : matching(rows);
    }

    private static int patterns(Asked asked) {
        return asked.domain() == null
                ? 1
                : DomainPattern.matching(asked.domain()).size();
    }

    private Matching matching(List<Tuple> rows) {
        Tuple any = rows.get(0);
        PersonEntity person = any.get("person", PersonEntity.class);
        return new Matching(
                person == null ? PersonRecord.NONE : JpaPeople.record(em, person),
                any.get("created", Long.class).intValue(),
                any.get("untold", Long.class) > 0,
                Optional.ofNullable(any.get("usedAt", Long.class))
                        .map(Instant::ofEpochMilli)
                        .orElse(null),
                MEMBERSHIPS.stream()
                        .flatMap(name -> membership(any, name).stream())
                        .distinct()
                        .toList(),
                any.get("belongs", Boolean.class),
                rows.stream().flatMap(row -> MatchRow.match(row).stream()).toList());
    }

    private static String columns(String organization) {
        return Stream.of("id", "alias", "name")
                .map(column -> "%1$s.%2$s as %1$s_%2$s".formatted(organization, column))
                .collect(joining(", "));
    }

    private static Optional<OrganizationRef> membership(Tuple row, String organization) {
        String id = row.get(organization + "_id", String.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new OrganizationRef(
                        id,
                        Objects.requireNonNull(row.get(organization + "_alias", String.class)),
                        Objects.requireNonNull(row.get(organization + "_name", String.class))));
    }
}
