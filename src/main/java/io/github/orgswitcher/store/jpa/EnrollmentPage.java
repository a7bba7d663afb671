package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Paging;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page far behind in a list of enrollments, read as {@link DomainPage} reads one of allowed domains. */
record EnrollmentPage(RealmQueries queries) {

    private static final String PAGE = """
            select e as enrollment, u.id as user_id, u.username as user_username, u.email as user_email,
                   u.firstName as user_firstName, u.lastName as user_lastName,
                   o.id as organization_id, o.alias as organization_alias, o.name as organization_name
              from (select x.orgId as org, x.userId as person from EnrollmentEntity x
                     where x.realmId = :realm and x.status in :statuses and x.userId <> :nobody%s
                     order by x.createdAt desc, x.userId, x.orgId limit :max offset :first) k
              join EnrollmentEntity e on e.orgId = k.org and e.userId = k.person
              left join UserEntity u on u.id = e.userId and u.realmId = :realm
              join OrganizationEntity o on o.id = e.orgId and o.realmId = :realm
             order by e.createdAt desc, e.userId, e.orgId
            """;

    /** Of one organization, or of all. */
    Stream<Tuple> read(@Nullable String orgId, Collection<EnrollmentStatus> statuses, Paging paging) {
        TypedQuery<Tuple> query = queries.unflushed(
                        PAGE.formatted(orgId == null ? "" : " and x.orgId = :org"), Tuple.class)
                .setParameter("statuses", statuses)
                .setParameter("nobody", EnrollmentEntity.NOBODY)
                .setParameter("first", paging.first())
                .setParameter("max", paging.max());
        if (orgId != null) {
            query.setParameter("org", orgId);
        }
        return query.getResultList().stream();
    }
}
