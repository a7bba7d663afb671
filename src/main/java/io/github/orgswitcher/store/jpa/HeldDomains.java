package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.SearchWord;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;

/** The realm's allowed domains, with the organizations that hold them. */
record HeldDomains(RealmQueries queries, AdminFilter filter) {

    /** In the order of an index, so that a page ends when it is full. */
    List<HeldDomain> page(Paging paging, AdminView organizations) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<Tuple> query = builder.createTupleQuery();
        Root<AllowedDomainEntity> domain = query.from(AllowedDomainEntity.class);
        Join<AllowedDomainEntity, ?> organization = organization(builder, domain);
        query.multiselect(
                        domain.get("domain").alias("domain"),
                        domain.get("source").alias("source"),
                        domain.get("verification").alias("verification"),
                        domain.get("joinMode").alias("joinMode"),
                        domain.get("defaultGroups").alias("defaultGroups"),
                        organization.get("id").alias("id"),
                        organization.get("alias").alias("alias"),
                        organization.get("name").alias("name"))
                .where(where(builder, query, domain, organization, paging.search(), organizations))
                .orderBy(builder.asc(domain.get("searchName")), builder.asc(domain.get("orgId")));
        return queries.unflushed(query)
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultStream()
                .map(DomainPage::held)
                .toList();
    }

    long count(List<SearchWord> search, AdminView organizations) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<AllowedDomainEntity> domain = query.from(AllowedDomainEntity.class);
        Join<AllowedDomainEntity, ?> organization = organization(builder, domain);
        query.select(builder.count(domain)).where(where(builder, query, domain, organization, search, organizations));
        return queries.unflushed(query).getSingleResult();
    }

    private Join<AllowedDomainEntity, ?> organization(CriteriaBuilder builder, Root<AllowedDomainEntity> domain) {
        Join<AllowedDomainEntity, ?> organization = domain.join(KeycloakTables.ORGANIZATIONS);
        return organization.on(
                builder.equal(organization.get("id"), domain.get("orgId")),
                builder.equal(organization.get("realmId"), queries.realmId()));
    }

    private Predicate[] where(
            CriteriaBuilder builder,
            CriteriaQuery<?> query,
            Root<AllowedDomainEntity> domain,
            Join<AllowedDomainEntity, ?> organization,
            List<SearchWord> search,
            AdminView organizations) {
        return new Predicate[] {
            builder.equal(domain.get("realmId"), queries.realmId()),
            new SearchConditions(queries.em()).domains(search, domain),
            filter.organizations(organizations, query, organization)
        };
    }
}
