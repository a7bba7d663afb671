package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakNode;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** MariaDB reads repeatably by default. Keycloak with the extension does not, unless its operator wants it to. */
final class DatabaseReadsMariaDbIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final String CODE = "DATABASE_READS_REPEATABLY";
    private static final String SETTING = "quarkus.datasource.jdbc.transaction-isolation-level=read-committed";

    private static final String WARNING = "Keycloak reads its database repeatably";

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }

    @BeforeAll
    void switchOn() {
        assertThat(realm().rest().put(SETUP, Map.of()).status()).isEqualTo(204);
    }

    @Test
    void whatIsCommittedIsReadByDefault() {
        try (KeycloakNode node = KeycloakNode.besideMariaDb()) {
            Rest there = new Rest(
                    URI.create(node.baseUri() + "/admin/realms/" + realm().name()),
                    () -> node.admin().tokenManager().getAccessTokenString());
            JsonNode setup = there.get(SETUP).json();
            assertThat(setup.path("enabled").asBoolean()).isTrue();
            assertThat(setup.path("warnings").findValuesAsText("code")).doesNotContain(CODE);
            assertThat(node.log()).doesNotContain(WARNING);
        }
    }

    @Test
    void repeatableReadsAreWarnedOf() {
        JsonNode warning = realm().rest().get(SETUP).json().path("warnings").path(0);
        assertThat(warning.path("code").asText()).isEqualTo(CODE);
        assertThat(warning.path("message").asText()).contains("READ COMMITTED", SETTING);
        assertThat(server().log()).containsOnlyOnce(WARNING).contains("Set " + SETTING);
    }
}
