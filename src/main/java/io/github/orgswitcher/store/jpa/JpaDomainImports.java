package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainImports;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.DomainPolicy;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements that take many rows at once. They select no entities, so that the persistence context stays small.
 *
 * <p>They insert no row that is there, because whoever writes what an organization has locks the organization first.
 */
record JpaDomainImports(RealmQueries queries) implements DomainImports {

    private static final String ORGANIZATIONS = """
            select new io.github.orgswitcher.decision.OrganizationRef(o.id, o.alias, o.name) from OrganizationEntity o
             where o.realmId = :realm and (o.id in (:names) or o.alias in (:names))
            """;

    private static final String AMONG = """
            select d.orgId as orgId, d.domain as domain, d.source as source, d.joinMode as joinMode,
                   d.defaultGroups as defaultGroups
              from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId in (:orgs) and d.domain in (:domains)
            """;

    private static final String WITHOUT_POLICY = """
            select o.id from OrganizationEntity o
             where o.realmId = :realm and o.id in (:orgs)
               and not exists (select p.orgId from JoinPolicyEntity p where p.orgId = o.id and p.source = :source)
             order by o.id
            """;

    private static final String ADD_POLICIES = "insert into JoinPolicyEntity (orgId, source, realmId) values %s";

    private static final String ADD_DOMAINS = """
            insert into AllowedDomainEntity
                   (id, realmId, orgId, domain, searchName, source, verification, verificationToken, createdAt, createdBy,
                    backing, joinMode, defaultGroups)
            values %s
            """;

    private static final String POLICY = "(:org%1$s, :source, :realm)";

    private static final String DOMAIN =
            "(:id%1$s, :realm, :org%1$s, :domain%1$s, :searchName%1$s, :source, :verification, :token%1$s, :createdAt%1$s,"
                    + " :createdBy%1$s, :backing%1$s, :joinMode%1$s, :defaultGroups%1$s)";

    @Override
    public List<OrganizationRef> organizations(Collection<String> idsOrAliases) {
        List<String> names = idsOrAliases.stream()
                .filter(Texts.of(queries.em())::isComparable)
                .toList();
        return names.isEmpty()
                ? List.of()
                : queries.flushed(ORGANIZATIONS, OrganizationRef.class)
                        .setParameter("names", names)
                        .getResultList();
    }

    @Override
    public Map<DomainKey, DomainPolicy> among(Collection<String> orgIds, Collection<String> domains) {
        return queries.unflushed(AMONG, Tuple.class)
                .setParameter("orgs", orgIds)
                .setParameter("domains", domains)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new DomainKey(row.get("orgId", String.class), row.get("domain", String.class)),
                        MatchRow::said));
    }

    @Override
    public void add(List<AllowedDomain> domains) {
        ensurePolicies(domains.stream().map(AllowedDomain::orgId).collect(Collectors.toSet()));
        Query insert = queries.unflushed(String.format(ADD_DOMAINS, rows(DOMAIN, domains.size())))
                .setParameter("source", domains.get(0).source())
                .setParameter("verification", domains.get(0).verification());
        for (int i = 0; i < domains.size(); i++) {
            AllowedDomain domain = domains.get(i);
            insert.setParameter("id" + i, UUID.randomUUID().toString())
                    .setParameter("org" + i, domain.orgId())
                    .setParameter("domain" + i, domain.domain())
                    .setParameter("searchName" + i, domain.searchName())
                    .setParameter("token" + i, domain.proof().token())
                    .setParameter("createdAt" + i, domain.createdAt().toEpochMilli())
                    .setParameter("createdBy" + i, People.kept(domain.createdBy()))
                    .setParameter("backing" + i, domain.backing());
            for (PolicySetting<?> setting : PolicySettings.OF_ONE_DOMAIN) {
                insert.setParameter(setting.field() + i, domain.policy().column(setting));
            }
        }
        insert.executeUpdate();
    }

    private void ensurePolicies(Collection<String> orgIds) {
        List<String> without = queries.unflushed(WITHOUT_POLICY, String.class)
                .setParameter("orgs", orgIds)
                .setParameter("source", Source.API)
                .getResultList();
        if (without.isEmpty()) {
            return;
        }
        Query insert = queries.unflushed(String.format(ADD_POLICIES, rows(POLICY, without.size())))
                .setParameter("source", Source.API);
        for (int i = 0; i < without.size(); i++) {
            insert.setParameter("org" + i, without.get(i));
        }
        insert.executeUpdate();
    }

    private static String rows(String row, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format(row, number))
                .collect(Collectors.joining(", "));
    }
}
