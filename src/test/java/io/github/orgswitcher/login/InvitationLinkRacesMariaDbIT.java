package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults, where transactions read repeatably. */
final class InvitationLinkRacesMariaDbIT extends InvitationLinkRacesIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }

    /** Keycloak looks at what there was before the wait, and the database says the rest. */
    @Override
    String taken() {
        return "nothing was changed. Try again";
    }
}
