package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults. */
final class JoinRequestsMariaDbIT extends JoinRequestsIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
