package io.github.orgswitcher.testing;

/** The same on the container image. */
@RequiresDocker
final class FixtureContainerIT extends FixtureIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.container();
    }
}
