package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB, which holds letters with and without accents for equal, and keeps names without emoji. */
final class TextsMariaDbIT extends TextsIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
