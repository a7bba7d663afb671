package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;

/** The main job on MariaDB with its defaults. */
final class SocialLoginMariaDbIT extends SocialLoginIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }
}
