package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB with its defaults. */
final class AllowedDomainsMariaDbIT extends AllowedDomainsIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
