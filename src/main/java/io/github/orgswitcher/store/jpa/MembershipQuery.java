package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's memberships, a page of them and one by one. */
final class MembershipQuery {

    /** The last used first. What does not fit comes last, so that it is counted. */
    private static final String PAGE = """
            select o.id as id, o.alias as alias, o.name as name, %3$s as misfit, %4$s as misfits, count(*) over () as total
              from %1$s left join LastUsedEntity l on l.orgId = o.id and l.userId = :user
             where %2$s
             order by %3$s, case when o.id = :top then 0 else 1 end, case when l.usedAt is null then 1 else 0 end, l.usedAt desc,
                      %5$s
            """;

    private static final String IS_MEMBER = "select count(*) from %s where %s and o.id = :org";

    private static final String BELONGS_ELSEWHERE = "select count(*) from %s where %s and o.id <> :org";

    private final EntityManager em;
    private final String realmId;

    MembershipQuery(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    Found<OrganizationRef> page(String userId, @Nullable String top, Paging paging) {
        Membership membership = Membership.of(userId);
        NameSearch search = NameSearch.of(em, paging.search());
        List<Tuple> rows = search.set(em.createQuery(
                                PAGE.formatted(
                                        membership.organizations(),
                                        membership.ofPerson(),
                                        search.misfit(),
                                        search.misfits(),
                                        NaturalOrder.BY_NAME),
                                Tuple.class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .setParameter("top", top)
                        .setFirstResult(paging.first())
                        .setMaxResults(paging.max()))
                .getResultList();
        return NameSearch.found(rows).map(fitting -> fitting.stream()
                .map(row -> new OrganizationRef(
                        row.get("id", String.class), row.get("alias", String.class), row.get("name", String.class)))
                .toList());
    }

    boolean isMember(String userId, String orgId) {
        Membership membership = Membership.of(userId);
        return any(IS_MEMBER.formatted(membership.organizations(), membership.ofPerson()), userId, orgId);
    }

    boolean belongsElsewhere(String userId, String orgId) {
        Membership membership = Membership.of(userId);
        return any(BELONGS_ELSEWHERE.formatted(membership.organizations(), membership.allOfPerson()), userId, orgId);
    }

    private boolean any(String count, String userId, String orgId) {
        return em.createQuery(count, Long.class)
                        .setParameter("realm", realmId)
                        .setParameter("user", userId)
                        .setParameter("org", orgId)
                        .getSingleResult()
                > 0;
    }
}
