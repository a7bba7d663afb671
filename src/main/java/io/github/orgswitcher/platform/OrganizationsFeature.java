package io.github.orgswitcher.platform;

import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.utils.Organizations;

/** Keycloak's organizations: a feature of the server, and a switch of each realm. */
public final class OrganizationsFeature {

    private OrganizationsFeature() {}

    /**
     * Whether a realm has them.
     *
     * @param session a Keycloak session with the realm in its context
     * @return whether the server's feature and the realm's switch are on
     */
    public static boolean isOn(KeycloakSession session) {
        return Organizations.isEnabled(session);
    }
}
