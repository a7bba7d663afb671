package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB, which counts time-outs in seconds. */
final class PatienceMariaDbIT extends PatienceIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
