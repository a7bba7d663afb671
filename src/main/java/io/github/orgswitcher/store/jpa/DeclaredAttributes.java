package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.orgswitcher.store.OrganizationAttributes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads attributes of many organizations at once, and past Keycloak's cache, which may be behind a change on another
 * node. Keycloak keeps an organization's attributes with the organization's own group.
 */
record DeclaredAttributes(EntityManager em) {

    private static final String REALMS = "select distinct o.realmId from OrganizationEntity o order by o.realmId";

    private static final String ORGANIZATIONS = """
            select o.id from OrganizationEntity o
             where o.realmId = :realm and o.id > :after
               and (exists (select a.id from GroupAttributeEntity a
                             where a.group.id = o.groupId and a.name like 'org-switcher.%')
                    or exists (select d.id from AllowedDomainEntity d
                                where d.orgId = o.id and d.realmId = :realm and d.source = ATTRIBUTE)
                    or exists (select p.orgId from JoinPolicyEntity p
                                where p.orgId = o.id and p.realmId = :realm and p.source = ATTRIBUTE))
             order by o.id
            """;

    private static final String OF_GROUPS =
            "select o.id from OrganizationEntity o where o.realmId = :realm and o.groupId in (:groups) order by o.id";

    private static final String GROUPS = """
            select o.id as orgId, o.alias as alias, o.groupId as groupId from OrganizationEntity o
             where o.realmId = :realm and o.id in (:orgs)
            """;

    private static final String ATTRIBUTES = """
            select a.group.id as groupId, a.name as name, a.value as text from GroupAttributeEntity a
             where a.group.id in (:groups) and a.name like 'org-switcher.%'
            """;

    List<String> realms() {
        return em.createQuery(REALMS, String.class).getResultList();
    }

    List<String> organizations(String realmId, String afterOrgId, int max) {
        return em.createQuery(ORGANIZATIONS, String.class)
                .setParameter("realm", realmId)
                .setParameter("after", afterOrgId)
                .setMaxResults(max)
                .getResultList();
    }

    List<String> organizationsOfGroups(String realmId, Collection<String> groupIds) {
        return em.createQuery(OF_GROUPS, String.class)
                .setParameter("realm", realmId)
                .setParameter("groups", groupIds)
                .getResultList();
    }

    List<OrganizationAttributes> of(String realmId, Collection<String> orgIds) {
        List<Tuple> organizations = em.createQuery(GROUPS, Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("orgs", orgIds)
                .getResultList();
        Map<String, Map<String, List<String>>> attributes = em.createQuery(ATTRIBUTES, Tuple.class)
                .setParameter(
                        "groups",
                        organizations.stream()
                                .map(row -> row.get("groupId", String.class))
                                .toList())
                .getResultStream()
                .collect(groupingBy(
                        row -> row.get("groupId", String.class),
                        groupingBy(
                                row -> row.get("name", String.class),
                                mapping(row -> row.get("text", String.class), toList()))));
        return organizations.stream()
                .map(row -> new OrganizationAttributes(
                        row.get("orgId", String.class),
                        row.get("alias", String.class),
                        attributes.getOrDefault(row.get("groupId", String.class), Map.of())))
                .toList();
    }
}
