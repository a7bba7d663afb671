package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import jakarta.persistence.Tuple;
import java.util.List;

/**
 * A page far behind in a realm's whole list of allowed domains: what is passed over is looked at in an index that has all
 * that the order needs, and rows are read of the page alone.
 */
record DomainPage(RealmQueries queries) {

    private static final String PAGE = """
            select d.domain as domain, d.source as source, d.verification as verification,
                   d.joinMode as joinMode, d.defaultGroups as defaultGroups,
                   o.id as id, o.alias as alias, o.name as name
              from (select x.searchName as name, x.orgId as org from AllowedDomainEntity x where x.realmId = :realm
                     order by x.searchName, x.orgId limit :max offset :first) k
              join AllowedDomainEntity d on d.realmId = :realm and d.searchName = k.name and d.orgId = k.org
              join OrganizationEntity o on o.id = d.orgId and o.realmId = :realm
             order by d.searchName, d.orgId
            """;

    List<HeldDomain> read(Paging paging) {
        return queries.unflushed(PAGE, Tuple.class)
                .setParameter("first", paging.first())
                .setParameter("max", paging.max())
                .getResultStream()
                .map(DomainPage::held)
                .toList();
    }

    static HeldDomain held(Tuple row) {
        return new HeldDomain(
                row.get("domain", String.class),
                row.get("source", Source.class),
                row.get("verification", Verification.class),
                MatchRow.said(row).values(),
                new OrganizationRef(
                        row.get("id", String.class), row.get("alias", String.class), row.get("name", String.class)));
    }
}
