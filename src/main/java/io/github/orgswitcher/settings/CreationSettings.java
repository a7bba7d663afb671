package io.github.orgswitcher.settings;

import org.jspecify.annotations.Nullable;

/**
 * Who may create organizations on the switcher.
 *
 * @param creation whether anyone, nobody or holders of a role
 * @param role the role's name as Keycloak writes it, {@code client.role} for a client's; null where none is set
 * @param maxPerUser how many organizations one person may create
 * @param creatorManages whether whoever creates an organization becomes its first manager
 */
public record CreationSettings(Creation creation, @Nullable String role, int maxPerUser, boolean creatorManages) {

    /** Who may create. */
    public enum Creation {
        /** Nobody. */
        OFF,
        /** Everyone who signs in. */
        ANYONE,
        /** Holders of {@code creationRole}. */
        ROLE
    }
}
