package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.UnallowedDomain;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Keycloak's own domains that their organizations allow neither alone nor with all below them. */
record UnallowedDomains(RealmQueries queries, AdminFilter filter) {

    /** Of one organization. */
    List<UnallowedDomain> of(String orgId, int max) {
        return read(max, (query, organization) ->
                new Predicate[] {queries.em().getCriteriaBuilder().equal(organization.get("id"), orgId)});
    }

    /** Of the enabled organizations among those that the administrator may view. */
    List<UnallowedDomain> first(int max, AdminView organizations) {
        return read(max, enabled(organizations));
    }

    private List<UnallowedDomain> read(int max, BiFunction<CriteriaQuery<?>, Path<?>, Predicate[]> which) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<?> own = query.from(KeycloakTables.ORGANIZATION_DOMAINS);
        Path<?> organization = own.join("organization");
        query.multiselect(
                        own.get("name").alias("domain"),
                        organization.get("id").alias("id"),
                        organization.get("alias").alias("alias"),
                        organization.get("name").alias("name"))
                .where(where(query, own, organization, which))
                .orderBy(builder.asc(own.get("name")), builder.asc(organization.get("id")));
        return queries.flushed(query)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new UnallowedDomain(
                        row.get("domain", String.class),
                        new OrganizationRef(
                                row.get("id", String.class),
                                row.get("alias", String.class),
                                row.get("name", String.class))))
                .toList();
    }

    long count(AdminView organizations) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<?> own = query.from(KeycloakTables.ORGANIZATION_DOMAINS);
        query.select(builder.count(own.get("name")))
                .where(where(query, own, own.join("organization"), enabled(organizations)));
        return queries.flushed(query).getSingleResult();
    }

    private BiFunction<CriteriaQuery<?>, Path<?>, Predicate[]> enabled(AdminView organizations) {
        return (query, organization) -> new Predicate[] {
            queries.em().getCriteriaBuilder().isTrue(organization.get("enabled")),
            filter.organizations(organizations, query, organization)
        };
    }

    private Predicate[] where(
            CriteriaQuery<?> query,
            Root<?> own,
            Path<?> organization,
            BiFunction<CriteriaQuery<?>, Path<?>, Predicate[]> which) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        return new Predicate[] {
            builder.equal(organization.get("realmId"), queries.realmId()),
            builder.not(allowed(query, own, organization, name -> name)),
            builder.not(allowed(query, own, organization, name -> builder.concat("*.", name))),
            builder.and(which.apply(query, organization))
        };
    }

    /** Of one spelling alone: databases pass over all that are allowed at once then. */
    private Predicate allowed(
            CriteriaQuery<?> query, Root<?> own, Path<?> organization, UnaryOperator<Expression<String>> spelling) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        Subquery<String> found = query.subquery(String.class);
        Root<AllowedDomainEntity> domain = found.from(AllowedDomainEntity.class);
        found.select(domain.get("id"))
                .where(
                        builder.equal(domain.get("realmId"), queries.realmId()),
                        builder.equal(domain.get("orgId"), organization.get("id")),
                        builder.equal(domain.get("domain"), spelling.apply(own.get("name"))));
        return builder.exists(found);
    }
}
