package io.github.orgswitcher.platform.table;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.MembershipType;

/** Who belongs to an organization that manages the account. Keycloak asks that of each of a person's organizations by itself. */
public final class ManagedMembers {

    private static final String MANAGED = "select count(m) from UserGroupMembershipEntity m"
            + " where m.user.id = :user and m.membershipType = :managed";

    private ManagedMembers() {}

    /**
     * Whether any organization manages a person, with one query.
     *
     * @param session the Keycloak session
     * @param user the person
     * @return whether one does, be it enabled or not
     */
    public static boolean have(KeycloakSession session, UserModel user) {
        return KeycloakTables.of(session)
                        .createQuery(MANAGED, Long.class)
                        .setParameter("user", user.getId())
                        .setParameter("managed", MembershipType.MANAGED.name())
                        .getSingleResult()
                > 0;
    }
}
