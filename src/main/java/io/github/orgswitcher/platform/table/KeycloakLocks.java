package io.github.orgswitcher.platform.table;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/**
 * Keycloak's own rows of a realm, locked for what is written beside them: they are there when ours are not yet, and whoever
 * removes them waits. Nothing waits to be sent that a lock would need.
 *
 * @param queries the queries of the transaction that locks
 */
public record KeycloakLocks(RealmQueries queries) {

    private static final String REALM = "select r from RealmEntity r where r.id = :realm";

    /** In one order, so that two who lock several wait for each other and do not deadlock. */
    private static final String ORGANIZATIONS =
            "select o from OrganizationEntity o where o.realmId = :realm and o.id in (:orgs) order by o.id";

    private static final String MEMBERSHIPS = """
            select m from UserGroupMembershipEntity m
             where m.user.id = :user
               and (m.groupId in (select g.id from GroupEntity g where g.realm = :realm and g.organization.id = :org)
                    or m.groupId in (select o.groupId from OrganizationEntity o where o.id = :org))
             order by m.groupId
            """;

    /** Locks the realm. */
    public void realm() {
        queries.unflushed(REALM, RealmEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Locks a person's memberships in an organization and its groups.
     *
     * @param userId the person
     * @param orgId the organization
     */
    public void memberships(String userId, String orgId) {
        queries.unflushed(MEMBERSHIPS, UserGroupMembershipEntity.class)
                .setParameter("user", userId)
                .setParameter("org", orgId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Locks organizations, always in the same order.
     *
     * @param orgIds the organizations
     * @return those that there are
     */
    public Set<String> organizations(Collection<String> orgIds) {
        if (orgIds.isEmpty()) {
            return Set.of();
        }
        return queries.unflushed(ORGANIZATIONS, OrganizationEntity.class)
                .setParameter("orgs", orgIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(OrganizationEntity::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Locks an organization that nobody else has locked.
     *
     * @param orgId the organization
     * @return false where somebody has, or where it is not there
     */
    public boolean freeOrganization(String orgId) {
        return !queries.lockingFree(ORGANIZATIONS, OrganizationEntity.class)
                .setParameter("orgs", Set.of(orgId))
                .getResultList()
                .isEmpty();
    }
}
