package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.RequiresDocker;

/** The main job on Keycloak's own image. */
@RequiresDocker
class SocialLoginContainerIT extends SocialLoginIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.container();
    }
}
