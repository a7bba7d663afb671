package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults, where transactions read repeatably. */
final class RealmRemovalRacesMariaDbIT extends RealmRemovalRacesIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
