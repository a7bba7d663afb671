package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Outsider;
import io.github.orgswitcher.store.Sought;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/** A look through the realm's users for those whom an organization allows and does not have. */
final class OutsiderQuery {

    private static final String AT = "@";

    private static final String GROUP =
            "select o.groupId from OrganizationEntity o where o.realmId = :realm and o.id = :org";

    private final RealmQueries queries;
    private final CriteriaBuilder builder;
    private final CriteriaQuery<Tuple> query;
    private final Root<?> user;
    private final Expression<String> email;
    private final List<Predicate> where = new ArrayList<>();

    OutsiderQuery(KeycloakSession session, RealmQueries queries, Sought sought) {
        this.queries = queries;
        this.builder = queries.em().getCriteriaBuilder();
        this.query = builder.createTupleQuery();
        this.user = query.from(KeycloakTables.USERS);
        this.email = Texts.of(queries.em()).exact(user.get("email"));
        where.add(builder.equal(user.get("realmId"), queries.realmId()));
        where.add(builder.isTrue(user.get("emailVerified")));
        where.add(builder.isNull(user.get("serviceAccountClientLink")));
        where.add(isOn(sought.domains()));
        where.add(builder.not(builder.exists(membership(groupOf(sought.orgId())))));
        where.add(new AdminFilter(session, queries.em()).users(sought.users(), query, user));
        where.add(new SearchConditions(queries.em()).people(sought.search(), List.of(user)));
    }

    /**
     * The order is that of user names, told in a way that no index has: read in an index's order, a page of few among very many
     * would look up each user by itself, and a page far behind all those before it. As it is, each page costs the same.
     */
    List<Outsider> page(int first, int max) {
        query.orderBy(builder.asc(builder.lower(user.get("username"))), builder.asc(user.get("id")));
        return read(first, max);
    }

    /** In an index's order, so that what was read before is not looked at again. */
    List<Outsider> after(String username, int max) {
        if (!username.isEmpty()) {
            where.add(builder.greaterThan(user.get("username"), username));
        }
        query.orderBy(builder.asc(user.get("username")));
        return read(0, max);
    }

    List<Outsider> one(String userId) {
        where.add(builder.equal(user.get("id"), userId));
        return read(0, 1);
    }

    /** Addresses with two of them are nobody's. Of a domain that is written in several ways, each way counts. */
    private Predicate isOn(List<DomainPattern> domains) {
        List<String> names =
                domains.stream().flatMap(OutsiderQuery::names).distinct().toList();
        Expression<String> domain = builder.substring(email, builder.sum(builder.locate(email, AT), 1));
        Stream<Predicate> whole = names.isEmpty() ? Stream.of() : Stream.of(domain.in(names));
        Stream<Predicate> below = domains.stream()
                .filter(DomainPattern::reachesBelow)
                .flatMap(OutsiderQuery::names)
                .distinct()
                .map(name -> builder.like(email, "%." + name));
        return builder.and(
                builder.notLike(email, "%@%@%"),
                builder.or(Stream.concat(whole, below).toArray(Predicate[]::new)));
    }

    private static Stream<String> names(DomainPattern domain) {
        return domain.spellings().stream();
    }

    /** By the group's own id: PostgreSQL takes a membership of a group that it has to look up for that of a small one. */
    private Subquery<Integer> membership(String groupId) {
        Subquery<Integer> members = query.subquery(Integer.class);
        Root<?> member = members.from(KeycloakTables.MEMBERSHIPS);
        return members.select(builder.literal(1))
                .where(
                        builder.equal(member.get("groupId"), groupId),
                        builder.equal(member.get("user").get("id"), user.get("id")));
    }

    private String groupOf(String orgId) {
        return queries.flushed(GROUP, String.class)
                .setParameter("org", orgId)
                .getResultStream()
                .findFirst()
                .orElse(orgId);
    }

    private List<Outsider> read(int first, int max) {
        List<Selection<?>> selected = new ArrayList<>(PersonColumns.of("user", user));
        selected.add(user.get("enabled").alias("enabled"));
        selected.add(user.get("federationLink").alias("storage"));
        query.multiselect(selected).where(where.toArray(Predicate[]::new));
        return queries.flushed(query).setFirstResult(first).setMaxResults(max).getResultList().stream()
                .map(row -> new Outsider(
                        Objects.requireNonNull(PersonColumns.person(row, "user")),
                        row.get("enabled", Boolean.class),
                        row.get("storage", String.class)))
                .toList();
    }
}
