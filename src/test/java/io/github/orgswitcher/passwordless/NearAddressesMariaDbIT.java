package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.Page;

/** The same on MariaDB, in whose table of users there is room for one of the two: the other is told. */
final class NearAddressesMariaDbIT extends NearAddressesIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }

    @Override
    void assertAnswered(Page end) {
        assertThat(isAddressPage(end)).as("%s", end).isTrue();
        assertThat(addressError(end)).contains("accent");
    }
}
