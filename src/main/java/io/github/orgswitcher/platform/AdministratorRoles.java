package io.github.orgswitcher.platform;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;

/** The roles by which Keycloak makes administrators. */
public final class AdministratorRoles {

    private AdministratorRoles() {}

    /**
     * Whether a group's members get one.
     *
     * @param group the group
     * @return whether it, or one above it, has such a role, or one that is made of such
     */
    public static boolean areGivenBy(GroupModel group) {
        return AdminRoles.groupHasAdminRoles(group);
    }
}
