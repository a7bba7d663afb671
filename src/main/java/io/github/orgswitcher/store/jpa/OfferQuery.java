package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.Maker;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.store.Asked;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organizations that are on offer to a person whose address is proven: a page of them, and what becomes of the others. */
final class OfferQuery {

    private static final String OFFERED = """
              from AllowedDomainEntity d join OrganizationEntity o on o.id = d.orgId and o.realmId = d.realmId
              %s
             where d.realmId = :realm and d.domain in (:patterns) and %s%s
            """;

    /** The keys of the page first, each once, because one domain decides; then the rows of all its domains. */
    private static final String PAGE = """
            select %1$s, c.userId as creator, u.firstName as firstName, u.lastName as lastName,
                   k.misfit as misfit, k.misfits as misfits, k.total as total
              from (select o.id as id, %6$s as misfit, %7$s as misfits, count(*) over () as total,
                           %9$s as made, %3$s as asked
                    %2$s
                    order by %6$s, case when o.id = :top then 0 else 1 end, %9$s, %3$s, %10$s
                    limit %4$s offset %8$s) k
              join OrganizationEntity o on o.id = k.id
              join AllowedDomainEntity d on d.orgId = o.id and d.realmId = :realm and d.domain in (:patterns)
              %5$s
              left join EnrollmentEntity c on c.orgId = o.id and c.method = CREATOR
              left join UserEntity u on u.id = c.userId and u.realmId = :realm
             order by k.misfit, case when o.id = :top then 0 else 1 end, k.made, k.asked, %10$s
            """;

    /**
     * Leaves alone what is on record. Hibernate knows no {@code on conflict} here for most databases: who writes the same at this
     * moment makes the choice be tried again, as any lost race does.
     */
    private static final String DISMISS = """
            insert into EnrollmentEntity (orgId, userId, realmId, status, createdAt, updatedAt)
            select o.id, :user, :realm, cast('DISMISSED' as String), :dismissedAt, :dismissedAt
            %s and e.status is null
             group by o.id
            """;

    /**
     * What administrators made comes before what people made, whatever either is called. A creator who is gone has left the row
     * behind, with nobody in it: see {@link JpaCleanUp}.
     */
    private static final String BY_CREATOR = """
            case when exists (select 1 from EnrollmentEntity x where x.orgId = o.id and x.method = CREATOR) then 1 else 0 end""";

    private static final String REACHED = " and o.id in (:reached)";

    private final EntityManager em;
    private final String realmId;

    OfferQuery(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    Found<Match> page(Asked asked, Reach reach, Paging paging) {
        Membership membership = Membership.of(asked.userId());
        Opening opening = new Opening(asked.rule(), membership);
        NameSearch search = NameSearch.of(em, paging.search());
        String query = PAGE.formatted(
                MatchRow.columns(membership.isMember(), opening.members()),
                offered(opening, reach, ""),
                Opening.BY_VERDICT,
                paging.max(),
                Opening.JOINS,
                search.misfit(),
                search.misfits(),
                paging.first(),
                BY_CREATOR,
                NaturalOrder.BY_NAME);
        List<Tuple> rows = search.set(reaching(matching(asked).query(query, Tuple.class), reach)
                        .setParameter("top", asked.orgId()))
                .getResultList();
        return NameSearch.found(rows).map(fitting -> fitting.stream()
                .flatMap(row -> MatchRow.match(row).map(match -> match.madeBy(maker(row))).stream())
                .toList());
    }

    private static @Nullable Maker maker(Tuple row) {
        return row.get("creator") == null
                ? null
                : new Maker(row.get("firstName", String.class), row.get("lastName", String.class));
    }

    void dismiss(Asked asked, Reach reach, @Nullable Collection<String> orgIds, Instant now) {
        Opening opening = new Opening(asked.rule(), Membership.of(asked.userId()));
        String only = orgIds == null ? "" : " and o.id in (:orgs)";
        Query query = reaching(matching(asked).statement(DISMISS.formatted(offered(opening, reach, only))), reach)
                .setParameter("dismissedAt", now.toEpochMilli());
        if (orgIds != null) {
            query.setParameter("orgs", orgIds);
        }
        query.executeUpdate();
    }

    private static String offered(Opening opening, Reach reach, String more) {
        return OFFERED.formatted(Opening.JOINS, opening.offered(), (reach.everywhere() ? "" : REACHED) + more);
    }

    private MatchParameters matching(Asked asked) {
        return new MatchParameters(em, realmId, asked);
    }

    private static <Q extends Query> Q reaching(Q query, Reach reach) {
        if (reach.only() != null) {
            query.setParameter("reached", reach.only());
        }
        return query;
    }
}
