package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.SearchWord;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code ORGSW_ALLOWED_DOMAIN}, one by one. */
record JpaAllowedDomains(RealmQueries queries) implements AllowedDomains {

    private static final String FIND =
            "select d from AllowedDomainEntity d where d.realmId = :realm and d.orgId = :org and d.domain = :domain";

    private static final String OF = """
            select d from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId in (:orgs) and d.source = :source
            """;

    private static final String ADD = """
            insert into AllowedDomainEntity
                   (id, realmId, orgId, domain, searchName, source, verification, verificationToken, createdAt, createdBy,
                    backing, joinMode, defaultGroups)
            values (:id, :realm, :org, :domain, :searchName, :source, :verification, :token, :createdAt, :createdBy,
                    :backing, :joinMode, :defaultGroups)
            on conflict do nothing
            """;

    private static final String REMOVE = """
            delete from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId = :org and d.domain in (:domains) and d.source = :source
            """;

    private static final String BACK = """
            update AllowedDomainEntity d set d.backing = :backing
             where d.realmId = :realm and d.orgId = :org and d.domain in (:domains) and d.source = :source
            """;

    private static final String SAVE_POLICY = """
            update AllowedDomainEntity d set d.joinMode = :joinMode, d.defaultGroups = :defaultGroups
             where d.realmId = :realm and d.orgId = :org and d.domain in (:domains) and d.source = :source
            """;

    @Override
    public List<AllowedDomain> page(String orgId, Paging paging) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<AllowedDomainEntity> query = builder.createQuery(AllowedDomainEntity.class);
        Root<AllowedDomainEntity> domain = query.from(AllowedDomainEntity.class);
        query.where(ofOrganization(builder, domain, orgId, paging.search()))
                .orderBy(builder.asc(domain.get("searchName")));
        return queries.unflushed(query)
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .toList();
    }

    @Override
    public long count(String orgId, List<SearchWord> search) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<AllowedDomainEntity> domain = query.from(AllowedDomainEntity.class);
        query.select(builder.count(domain)).where(ofOrganization(builder, domain, orgId, search));
        return queries.unflushed(query).getSingleResult();
    }

    private Predicate[] ofOrganization(
            CriteriaBuilder builder, Root<AllowedDomainEntity> domain, String orgId, List<SearchWord> search) {
        return new Predicate[] {
            builder.equal(domain.get("realmId"), queries.realmId()),
            builder.equal(domain.get("orgId"), orgId),
            new SearchConditions(queries.em()).domains(search, domain)
        };
    }

    @Override
    public Optional<AllowedDomain> find(String orgId, String domain) {
        return queries.unflushed(FIND, AllowedDomainEntity.class)
                .setParameter("org", orgId)
                .setParameter("domain", domain)
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .findFirst();
    }

    @Override
    public List<AllowedDomain> of(Collection<String> orgIds, Source source) {
        return queries.unflushed(OF, AllowedDomainEntity.class)
                .setParameter("orgs", orgIds)
                .setParameter("source", source)
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .toList();
    }

    @Override
    public boolean add(AllowedDomain domain) {
        if (find(domain.orgId(), domain.domain()).isPresent()) {
            return false;
        }
        new JpaJoinPolicies(queries).ensure(domain.orgId());
        int added = with(domain.policy(), queries.unflushed(ADD))
                .setParameter("id", UUID.randomUUID().toString())
                .setParameter("org", domain.orgId())
                .setParameter("domain", domain.domain())
                .setParameter("searchName", domain.searchName())
                .setParameter("source", domain.source())
                .setParameter("verification", domain.verification())
                .setParameter("token", domain.proof().token())
                .setParameter("createdAt", domain.createdAt().toEpochMilli())
                .setParameter("createdBy", People.kept(domain.createdBy()))
                .setParameter("backing", domain.backing())
                .executeUpdate();
        return added > 0;
    }

    @Override
    public void back(String orgId, Collection<String> domains, Source source, Backing backing) {
        write(queries.unflushed(BACK).setParameter("backing", backing), orgId, domains, source);
    }

    @Override
    public void remove(String orgId, Collection<String> domains, Source source) {
        write(queries.unflushed(REMOVE), orgId, domains, source);
    }

    @Override
    public void savePolicy(String orgId, Collection<String> domains, Source source, PolicyValues values) {
        write(with(values, queries.unflushed(SAVE_POLICY)), orgId, domains, source);
    }

    private static Query with(PolicyValues values, Query statement) {
        PolicySettings.OF_ONE_DOMAIN.forEach(
                setting -> statement.setParameter(setting.field(), values.column(setting)));
        return statement;
    }

    private static void write(Query statement, String orgId, Collection<String> domains, Source source) {
        statement
                .setParameter("org", orgId)
                .setParameter("domains", domains)
                .setParameter("source", source)
                .executeUpdate();
    }
}
