package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB, which reads repeatably and locks whatever a foreign key leads to. */
final class OwnRequestMariaDbIT extends OwnRequestIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
