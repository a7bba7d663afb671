package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults, where transactions read repeatably. */
final class RemovalRacesMariaDbIT extends RemovalRacesIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
