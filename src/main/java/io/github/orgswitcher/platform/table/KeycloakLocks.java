package io.github.orgswitcher.platform.table;

import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.OrganizationInvitationEntity;
import org.keycloak.models.jpa.entities.RealmEntity;
import org.keycloak.models.jpa.entities.UserEntity;
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

    private static final String USER = "select u from UserEntity u where u.realmId = :realm and u.id = :user";

    private static final String INVITATION = """
            select i from OrganizationInvitationEntity i
             where i.id = :invitation
               and i.organizationId in (select o.id from OrganizationEntity o where o.realmId = :realm)
            """;

    /** Locks the realm. */
    public void realm() {
        queries.locking(REALM, RealmEntity.class).getResultList();
    }

    /**
     * Locks a person's memberships in an organization and its groups.
     *
     * @param userId the person
     * @param orgId the organization
     */
    public void memberships(String userId, String orgId) {
        queries.locking(MEMBERSHIPS, UserGroupMembershipEntity.class)
                .setParameter("user", userId)
                .setParameter("org", orgId)
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
        return queries.locking(ORGANIZATIONS, OrganizationEntity.class)
                .setParameter("orgs", orgIds)
                .getResultStream()
                .map(OrganizationEntity::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Locks a user of Keycloak's own storage.
     *
     * @param userId the user
     * @return whether there is one
     */
    public boolean user(String userId) {
        return isThere(queries.locking(USER, UserEntity.class).setParameter("user", userId));
    }

    /**
     * Locks a user of Keycloak's own storage whom nobody else has locked.
     *
     * @param userId the user
     * @return false where somebody has, or where there is none
     */
    public boolean freeUser(String userId) {
        return isThere(queries.lockingFree(USER, UserEntity.class).setParameter("user", userId));
    }

    /**
     * Locks an invitation.
     *
     * @param invitationId the invitation
     * @return whether it is there
     */
    public boolean invitation(String invitationId) {
        return isThere(queries.locking(INVITATION, OrganizationInvitationEntity.class)
                .setParameter("invitation", invitationId));
    }

    /**
     * Locks an invitation that nobody else has locked.
     *
     * @param invitationId the invitation
     * @return false where somebody has, or where it is not there
     */
    public boolean freeInvitation(String invitationId) {
        return isThere(queries.lockingFree(INVITATION, OrganizationInvitationEntity.class)
                .setParameter("invitation", invitationId));
    }

    private static boolean isThere(TypedQuery<?> query) {
        return !query.getResultList().isEmpty();
    }

    /**
     * Locks an organization that nobody else has locked.
     *
     * @param orgId the organization
     * @return false where somebody has, or where it is not there
     */
    public boolean freeOrganization(String orgId) {
        return isThere(
                queries.lockingFree(ORGANIZATIONS, OrganizationEntity.class).setParameter("orgs", Set.of(orgId)));
    }
}
