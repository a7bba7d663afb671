package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.AdminLists;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.RealmEnrollment;
import io.github.orgswitcher.store.SearchWord;
import io.github.orgswitcher.store.SetAsideAccount;
import jakarta.persistence.EntityManager;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/** Lists that join Keycloak's tables and show an administrator what they may view. One query makes one page. */
final class JpaAdminLists implements AdminLists {

    private final RealmQueries queries;
    private final EntityManager em;
    private final AdminFilter filter;
    private final EnrollmentPages enrollments;

    JpaAdminLists(KeycloakSession session, RealmQueries queries) {
        this.queries = queries;
        this.em = queries.em();
        this.filter = new AdminFilter(session, em);
        this.enrollments = new EnrollmentPages(queries, filter);
    }

    @Override
    public List<HeldDomain> domains(Paging paging, AdminView organizations) {
        if (organizations == AdminView.ALL && paging.isFar()) {
            return new DomainPage(queries).read(paging);
        }
        return heldDomains().page(paging, organizations);
    }

    @Override
    public long domainCount(List<SearchWord> search, AdminView organizations) {
        return heldDomains().count(search, organizations);
    }

    private HeldDomains heldDomains() {
        return new HeldDomains(queries, filter);
    }

    @Override
    public List<EnrolledPerson> enrollments(
            String orgId, Collection<EnrollmentStatus> statuses, Paging paging, AdminView users) {
        return enrollments.ofOne(orgId, statuses, paging, users);
    }

    @Override
    public List<RealmEnrollment> enrollments(
            Collection<EnrollmentStatus> statuses, Paging paging, AdminView organizations, AdminView users) {
        return enrollments.ofAll(statuses, paging, organizations, users);
    }

    @Override
    public long enrollmentCount(
            String orgId, Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView users) {
        return enrollments.countOfOne(orgId, statuses, search, users);
    }

    @Override
    public long enrollmentCount(
            Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView organizations, AdminView users) {
        return enrollments.countOfAll(statuses, search, organizations, users);
    }

    /** In the order of an index. Both accounts are in the local storage: a directory's are never set aside. */
    @Override
    public List<SetAsideAccount> setAside(Paging paging, AdminView users) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<PersonEntity> person = query.from(PersonEntity.class);
        Join<PersonEntity, ?> account = person.join(KeycloakTables.USERS);
        account.on(
                builder.equal(account.get("id"), person.get("userId")),
                builder.equal(account.get("realmId"), queries.realmId()),
                filter.users(users, query, account));
        Join<PersonEntity, ?> owner = person.join(KeycloakTables.USERS, JoinType.LEFT);
        owner.on(
                builder.equal(owner.get("id"), person.get("setAsideFor")),
                builder.equal(owner.get("realmId"), queries.realmId()),
                filter.users(users, query, owner));
        List<Predicate> where = new ArrayList<>();
        where.add(builder.equal(person.get("realmId"), queries.realmId()));
        where.add(builder.isNotNull(person.get("setAsideAt")));
        where.add(new SearchConditions(em).people(paging.search(), List.of(account, owner)));
        List<Selection<?>> selected = new ArrayList<>();
        selected.add(person.alias("person"));
        selected.addAll(PersonColumns.of("account", account));
        selected.addAll(PersonColumns.of("owner", owner));
        query.multiselect(selected)
                .where(where.toArray(Predicate[]::new))
                .orderBy(builder.desc(person.get("setAsideAt")), builder.asc(person.get("userId")));
        return page(query, paging).map(JpaAdminLists::toSetAsideAccount).toList();
    }

    private static SetAsideAccount toSetAsideAccount(Tuple row) {
        PersonRecord.SetAside setAside = Objects.requireNonNull(
                row.get("person", PersonEntity.class).toRecord().setAside());
        return new SetAsideAccount(
                setAside.at(),
                Objects.requireNonNull(PersonColumns.person(row, "account")),
                setAside.ownerId(),
                PersonColumns.person(row, "owner"));
    }

    /** Nothing in the persistence context waits to be flushed to what these lists show. */
    private Stream<Tuple> page(CriteriaQuery<Tuple> query, Paging paging) {
        return queries
                .unflushed(query)
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultList()
                .stream();
    }
}
