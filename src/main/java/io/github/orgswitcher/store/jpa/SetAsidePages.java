package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.PersonRecord.SetAside;
import io.github.orgswitcher.store.SetAsideAccount;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Pages of the accounts that lost an address to its owner, the latest first. Both accounts are in the local storage: a
 * directory's are never set aside.
 */
record SetAsidePages(RealmQueries queries, AdminFilter filter) {

    /** As {@link DomainPage} reads one of allowed domains. */
    private static final String FAR_PAGE = """
            select p as person, u.id as account_id, u.username as account_username, u.email as account_email,
                   u.firstName as account_firstName, u.lastName as account_lastName,
                   w.id as owner_id, w.username as owner_username, w.email as owner_email,
                   w.firstName as owner_firstName, w.lastName as owner_lastName
              from (select x.userId as id from PersonEntity x
                     where x.realmId = :realm and x.setAsideAt is not null
                     order by x.setAsideAt desc, x.userId desc limit :max offset :first) k
              join PersonEntity p on p.realmId = :realm and p.userId = k.id
              join UserEntity u on u.id = p.userId and u.realmId = :realm
              left join UserEntity w on w.id = p.setAsideFor and w.realmId = :realm
             order by p.setAsideAt desc, p.userId desc
            """;

    List<SetAsideAccount> read(Paging paging, AdminView users) {
        return (paging.isFar() && users.isWhole() ? far(paging) : near(paging, users))
                .getResultStream()
                .map(SetAsidePages::account)
                .toList();
    }

    private TypedQuery<Tuple> far(Paging paging) {
        return queries.unflushed(FAR_PAGE, Tuple.class)
                .setParameter("first", paging.first())
                .setParameter("max", paging.max());
    }

    /** In the order of an index, so that a page ends when it is full. */
    private TypedQuery<Tuple> near(Paging paging, AdminView users) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
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
        List<Selection<?>> selected = new ArrayList<>();
        selected.add(person.alias("person"));
        selected.addAll(PersonColumns.of("account", account));
        selected.addAll(PersonColumns.of("owner", owner));
        query.multiselect(selected)
                .where(
                        builder.equal(person.get("realmId"), queries.realmId()),
                        builder.isNotNull(person.get("setAsideAt")),
                        new SearchConditions(queries.em()).people(paging.search(), List.of(account, owner)))
                .orderBy(builder.desc(person.get("setAsideAt")), builder.desc(person.get("userId")));
        return queries.unflushed(query).setFirstResult(paging.first()).setMaxResults(paging.max());
    }

    private static SetAsideAccount account(Tuple row) {
        SetAside setAside = Objects.requireNonNull(
                row.get("person", PersonEntity.class).toRecord().setAside());
        return new SetAsideAccount(
                setAside.at(),
                Objects.requireNonNull(PersonColumns.person(row, "account")),
                setAside.ownerId(),
                PersonColumns.person(row, "owner"));
    }
}
