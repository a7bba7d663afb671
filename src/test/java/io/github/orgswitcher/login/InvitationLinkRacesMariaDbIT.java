package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults, where transactions read repeatably. */
final class InvitationLinkRacesMariaDbIT extends InvitationLinkRacesIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
