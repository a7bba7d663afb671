package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults, where transactions read repeatably. */
final class ManyTabsMariaDbIT extends ManyTabsIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
