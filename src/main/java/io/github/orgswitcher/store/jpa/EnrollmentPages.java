package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmEnrollment;
import io.github.orgswitcher.store.SearchWord;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pages of enrollments with their people, by the time a record began, which never changes, so that pages do not shift while people
 * decide.
 */
record EnrollmentPages(RealmQueries queries, AdminFilter filter) {

    List<EnrolledPerson> ofOne(String orgId, Collection<EnrollmentStatus> statuses, Paging paging, AdminView users) {
        if (paging.isFar() && users.isWhole()) {
            return new EnrollmentPage(queries)
                    .read(orgId, statuses, paging)
                    .map(EnrollmentPages::enrolled)
                    .toList();
        }
        return one(orgId, statuses, paging.search(), users)
                .rows(paging)
                .map(EnrollmentPages::enrolled)
                .toList();
    }

    long countOfOne(String orgId, Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView users) {
        return one(orgId, statuses, search, users).count();
    }

    private Page one(String orgId, Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView users) {
        Page page = new Page(statuses, search, users);
        page.where.add(page.builder.equal(page.enrollment.get("orgId"), orgId));
        return page;
    }

    List<RealmEnrollment> ofAll(
            Collection<EnrollmentStatus> statuses, Paging paging, AdminView organizations, AdminView users) {
        if (paging.isFar() && organizations.isWhole() && users.isWhole()) {
            return new EnrollmentPage(queries)
                    .read(null, statuses, paging)
                    .map(EnrollmentPages::inRealm)
                    .toList();
        }
        return all(statuses, paging.search(), organizations, users)
                .rows(paging)
                .map(EnrollmentPages::inRealm)
                .toList();
    }

    long countOfAll(
            Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView organizations, AdminView users) {
        return all(statuses, search, organizations, users).count();
    }

    private Page all(
            Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView organizations, AdminView users) {
        Page page = new Page(statuses, search, users);
        Join<EnrollmentEntity, ?> organization = page.enrollment.join(KeycloakTables.ORGANIZATIONS);
        organization.on(
                page.builder.equal(organization.get("id"), page.enrollment.get("orgId")),
                page.builder.equal(organization.get("realmId"), queries.realmId()));
        page.where.add(filter.organizations(organizations, page.query, organization));
        page.selected.add(organization.get("id").alias("organization_id"));
        page.selected.add(organization.get("alias").alias("organization_alias"));
        page.selected.add(organization.get("name").alias("organization_name"));
        return page;
    }

    private static RealmEnrollment inRealm(Tuple row) {
        return new RealmEnrollment(
                enrolled(row),
                new OrganizationRef(
                        row.get("organization_id", String.class),
                        row.get("organization_alias", String.class),
                        row.get("organization_name", String.class)));
    }

    private static EnrolledPerson enrolled(Tuple row) {
        return new EnrolledPerson(
                row.get("enrollment", EnrollmentEntity.class).toRecord(), PersonColumns.person(row, "user"));
    }

    /** A query that is being put together. */
    private final class Page {

        private final CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        private final CriteriaQuery<Tuple> query = builder.createTupleQuery();
        private final Root<EnrollmentEntity> enrollment = query.from(EnrollmentEntity.class);
        private final List<Predicate> where = new ArrayList<>();
        private final List<Selection<?>> selected = new ArrayList<>();

        Page(Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView users) {
            Join<EnrollmentEntity, ?> user = enrollment.join(KeycloakTables.USERS, JoinType.LEFT);
            // The rights stand in the join: who may not be viewed is a row without a person, and no search finds them.
            user.on(
                    builder.equal(user.get("id"), enrollment.get("userId")),
                    builder.equal(user.get("realmId"), queries.realmId()),
                    filter.users(users, query, user));
            where.add(builder.equal(enrollment.get("realmId"), queries.realmId()));
            where.add(enrollment.get("status").in(statuses));
            where.add(builder.notEqual(enrollment.get("userId"), EnrollmentEntity.NOBODY));
            where.add(new SearchConditions(queries.em()).people(search, enrollment, user));
            selected.add(enrollment.alias("enrollment"));
            selected.addAll(PersonColumns.of("user", user));
        }

        long count() {
            query.multiselect(builder.count(enrollment.get("userId")).alias("count"))
                    .where(where.toArray(Predicate[]::new));
            return queries.unflushed(query).getSingleResult().get("count", Long.class);
        }

        Stream<Tuple> rows(Paging paging) {
            query.multiselect(selected)
                    .where(where.toArray(Predicate[]::new))
                    .orderBy(
                            builder.desc(enrollment.get("createdAt")),
                            builder.asc(enrollment.get("userId")),
                            builder.asc(enrollment.get("orgId")));
            return queries
                    .unflushed(query)
                    .setFirstResult(paging.first())
                    .setMaxResults(paging.max())
                    .getResultList()
                    .stream();
        }
    }
}
