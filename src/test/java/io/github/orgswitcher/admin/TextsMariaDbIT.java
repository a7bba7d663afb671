package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakServer;

/** The same on MariaDB, which holds letters with and without accents for equal, and keeps names without emoji. */
final class TextsMariaDbIT extends TextsIT {

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }

    @Override
    void assertInvited(JsonNode result) {
        assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("REFUSED");
        assertThat(result.path("message").asText()).contains("accent");
    }
}
