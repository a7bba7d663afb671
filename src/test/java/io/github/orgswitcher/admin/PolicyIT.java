package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RestResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization's policy by admin REST. */
class PolicyIT extends KeycloakSuite {

    private String policy = "";

    @BeforeAll
    void addOrganization() {
        String acme = realm().organization("Acme", "acme", Map.of());
        policy = "org-switcher/organizations/" + acme + "/policy";
    }

    @Test
    void policyIsReadAndChanged() {
        assertThat(joinMode()).isEqualTo("SUGGEST");
        assertThat(realm().rest().put(policy, Map.of("joinMode", "DISABLED")).status())
                .isEqualTo(204);
        assertThat(joinMode()).isEqualTo("DISABLED");
        assertThat(realm().rest().put(policy, Map.of("joinMode", "SUGGEST")).status())
                .isEqualTo(204);
        assertThat(joinMode()).isEqualTo("SUGGEST");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        RestResponse read = realm().rest().get(policy);
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(read.json().path("source").asText()).isEqualTo("API");
        assertThat(realm().rest().put(policy, read.body()).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"joinMode\":null}",
                "{\"joinMode\":\"suggest\"}",
                "{\"joinMode\":\"REQUEST\"}",
                "{\"joinMode\":\"AUTOMATIC\"}"
            })
    void otherJoinModesAreRefusedWithTheAcceptedOnes(String body) {
        RestResponse refused = realm().rest().put(policy, body);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("joinMode");
        assertThat(refused.json().path("errorMessage").asText()).contains("DISABLED, SUGGEST");
    }

    @ParameterizedTest
    @CsvSource({"maxMembers, 5", "requireVerifiedDomain, true", "joinmode, '\"DISABLED\"'"})
    void unknownFieldIsNamed(String field, String value) {
        RestResponse refused =
                realm().rest().put(policy, "{\"joinMode\":\"DISABLED\",\"" + field + "\":" + value + "}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
        assertThat(refused.json().path("errorMessage").asText()).contains(field);
        assertThat(joinMode()).isEqualTo("SUGGEST");
    }

    @Test
    void malformedJsonIsRefused() {
        RestResponse refused = realm().rest().put(policy, "{\"joinMode\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText()).isEqualTo("Send a JSON object.");
    }

    private String joinMode() {
        return realm().rest().get(policy).json().path("joinMode").asText();
    }
}
