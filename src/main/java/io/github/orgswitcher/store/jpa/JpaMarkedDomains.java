package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.MarkedDomain;
import io.github.orgswitcher.store.MarkedDomains;
import java.util.Collection;
import java.util.List;

/** The rows of {@code ORGSW_MARKED_DOMAIN} of one realm, and what they follow. */
record JpaMarkedDomains(RealmQueries queries) implements MarkedDomains {

    private static final String OF =
            "select m from MarkedDomainEntity m where m.realmId = :realm and m.orgId in (:orgs)";

    private static final String VERIFIED = """
            select new io.github.orgswitcher.store.DomainKey(d.organization.id, d.name) from OrganizationDomainEntity d
             where d.organization.realmId = :realm and d.organization.id in (:orgs) and d.verified = true
            """;

    private static final String ORGANIZATIONS = """
            select o.id from OrganizationEntity o
             where o.realmId = :realm and o.id > :after
               and (exists (select d.id from OrganizationDomainEntity d
                             where d.organization.id = o.id and d.verified = true)
                    or exists (select m.name from MarkedDomainEntity m where m.orgId = o.id and m.realmId = :realm))
             order by o.id
            """;

    private static final String ADD = """
            insert into MarkedDomainEntity (realmId, name, orgId, claimed) values (:realm, :name, :org, :claimed)
            on conflict do nothing
            """;

    private static final String REMOVE =
            "delete from MarkedDomainEntity m where m.realmId = :realm and m.name = :name and m.orgId = :org";

    @Override
    public List<MarkedDomain> of(Collection<String> orgIds) {
        return queries.unflushed(OF, MarkedDomainEntity.class)
                .setParameter("orgs", orgIds)
                .getResultStream()
                .map(MarkedDomainEntity::toRecord)
                .toList();
    }

    @Override
    public List<DomainKey> verified(Collection<String> orgIds) {
        return queries.flushed(VERIFIED, DomainKey.class)
                .setParameter("orgs", orgIds)
                .getResultList();
    }

    @Override
    public List<String> organizations(String afterOrgId, int max) {
        return queries.flushed(ORGANIZATIONS, String.class)
                .setParameter("after", afterOrgId)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void add(MarkedDomain domain) {
        queries.unflushed(ADD)
                .setParameter("name", domain.name())
                .setParameter("org", domain.orgId())
                .setParameter("claimed", domain.claimed())
                .executeUpdate();
    }

    @Override
    public void remove(MarkedDomain domain) {
        queries.unflushed(REMOVE)
                .setParameter("name", domain.name())
                .setParameter("org", domain.orgId())
                .executeUpdate();
    }
}
