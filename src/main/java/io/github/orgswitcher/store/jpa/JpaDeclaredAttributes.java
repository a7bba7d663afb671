package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.DeclaredAttributes;
import io.github.orgswitcher.store.OrganizationAttributes;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keycloak's table of groups' attributes: it keeps an organization's attributes with the organization's own group. */
record JpaDeclaredAttributes(RealmQueries queries) implements DeclaredAttributes {

    private static final String ORGANIZATIONS = """
            select o.id from OrganizationEntity o
             where o.realmId = :realm and o.id > :after
               and (exists (select a.id from GroupAttributeEntity a
                             where a.group.id = o.groupId and lower(a.name) like 'org-switcher.%')
                    or exists (select d.id from AllowedDomainEntity d
                                where d.orgId = o.id and d.realmId = :realm and d.source = ATTRIBUTE)
                    or exists (select p.orgId from JoinPolicyEntity p
                                where p.orgId = o.id and p.realmId = :realm and p.source = ATTRIBUTE))
             order by o.id
            """;

    private static final String OF_GROUPS =
            "select o.id from OrganizationEntity o where o.realmId = :realm and o.groupId in (:groups) order by o.id";

    private static final String ATTRIBUTES = """
            select o.id as orgId, o.alias as alias, a.name as name, a.value as text from OrganizationEntity o
              left join GroupAttributeEntity a on a.group.id = o.groupId and lower(a.name) like 'org-switcher.%'
             where o.realmId = :realm and o.id in (:orgs)
            """;

    @Override
    public List<String> organizations(String afterOrgId, int max) {
        return queries.flushed(ORGANIZATIONS, String.class)
                .setParameter("after", afterOrgId)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public List<String> organizationsOfGroups(Collection<String> groupIds) {
        return queries.flushed(OF_GROUPS, String.class)
                .setParameter("groups", groupIds)
                .getResultList();
    }

    @Override
    public List<OrganizationAttributes> of(Collection<String> orgIds) {
        Map<String, List<Tuple>> organizations = queries.flushed(ATTRIBUTES, Tuple.class)
                .setParameter("orgs", orgIds)
                .getResultStream()
                .collect(groupingBy(row -> row.get("orgId", String.class)));
        return organizations.values().stream()
                .map(JpaDeclaredAttributes::attributes)
                .toList();
    }

    private static OrganizationAttributes attributes(List<Tuple> organization) {
        Tuple any = organization.get(0);
        return new OrganizationAttributes(
                any.get("orgId", String.class),
                any.get("alias", String.class),
                organization.stream()
                        .filter(row -> row.get("name") != null)
                        .collect(groupingBy(
                                row -> row.get("name", String.class),
                                mapping(row -> row.get("text", String.class), toList()))));
    }
}
