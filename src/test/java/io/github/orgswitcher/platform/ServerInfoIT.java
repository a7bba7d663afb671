package io.github.orgswitcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Distribution;
import io.github.orgswitcher.testing.KeycloakServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server tells of the extension. */
class ServerInfoIT {

    private final KeycloakServer server = KeycloakServer.shared();

    @ParameterizedTest
    @CsvSource({
        "authenticator, org-switcher",
        "authenticator, email-sign-in",
        "required-action, org-switcher",
        "admin-realm-restapi-extension, org-switcher"
    })
    void theVersionStandsUnderProviderInfo(String spi, String id) {
        Map<String, String> info = server.admin()
                .serverInfo()
                .getInfo()
                .getProviders()
                .get(spi)
                .getProviders()
                .get(id)
                .getOperationalInfo();
        assertThat(Distribution.providerJar().getFileName())
                .hasToString("keycloak-org-switcher-%s.jar".formatted(info.get("version")));
        assertThat(info.get("links")).isIn("26.7", "26.8");
    }

    @Test
    void whatTheRunningKeycloakIsTakenForIsLogged() {
        assertThat(server.log()).contains("Identity providers are linked with organizations as in Keycloak 26.");
    }
}
