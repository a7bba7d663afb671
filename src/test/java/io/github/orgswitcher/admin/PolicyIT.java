package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.GroupRepresentation;

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
    @ValueSource(strings = {"{\"joinMode\":null}", "{\"joinMode\":\"suggest\"}", "{\"joinMode\":[\"SUGGEST\"]}"})
    void otherJoinModesAreRefusedWithTheAcceptedOnes(String body) {
        RestResponse refused = realm().rest().put(policy, body);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("joinMode");
        assertThat(refused.json().path("errorMessage").asText()).contains("DISABLED, SUGGEST, REQUEST, AUTOMATIC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxMembers|0",
                "maxMembers|-3",
                "maxMembers|1.5",
                "maxMembers|99999999999",
                "maxMembers|\"5\"",
                "signInKinds|\"SOCIAL\"",
                "signInKinds|[\"FAX\"]",
                "signInKinds|[1]",
                "signInKinds|{}",
                "defaultGroups|\"/staff\"",
                "defaultGroups|[\"/none\"]",
                "defaultGroups|[\"none\"]",
                "defaultGroups|[\"\"]",
                "defaultGroups|[\"/\"]",
                "defaultGroups|[null]",
                "requireVerifiedDomain|\"true\"",
                "requireVerifiedDomain|1",
                "managerGroup|\"/none\"",
                "managerGroup|\"\"",
                "managerGroup|[\"/staff\"]",
                "mailWelcome|\"yes\"",
                "joinmode|\"DISABLED\""
            })
    void badValueIsRefusedOnItsFieldAndChangesNothing(String field, String value) {
        RestResponse refused =
                realm().rest().put(policy, "{\"joinMode\":\"DISABLED\",\"" + field + "\":" + value + "}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
        assertThat(refused.json().path("errorMessage").asText()).endsWith(".").contains(" ");
        assertThat(joinMode()).isEqualTo("SUGGEST");
    }

    @Test
    void whatIsNotNamedStaysAndNullGivesTheDefaultBack() {
        String id = realm().organization("Hooli", "hooli", Map.of());
        String hooli = "org-switcher/organizations/" + id + "/policy";
        String staff = group(id, "staff");
        put(
                hooli,
                Map.of(
                        "joinMode",
                        "AUTOMATIC",
                        "maxMembers",
                        3,
                        "signInKinds",
                        List.of("SOCIAL", "PASSWORDLESS"),
                        "defaultGroups",
                        List.of("/staff", staff),
                        "requireVerifiedDomain",
                        true));
        put(hooli, "{}");
        JsonNode read = realm().rest().get(hooli).json();
        assertThat(read.path("joinMode").asText()).isEqualTo("AUTOMATIC");
        assertThat(read.path("maxMembers").asInt()).isEqualTo(3);
        assertThat(read.path("signInKinds").toString()).isEqualTo("[\"SOCIAL\",\"PASSWORDLESS\"]");
        assertThat(read.path("defaultGroups").toString()).isEqualTo("[\"/staff\",\"" + staff + "\"]");
        assertThat(read.path("requireVerifiedDomain").asBoolean()).isTrue();
        assertThat(read.path("refusedSettings")).isEmpty();
        assertThat(read.path("access").toString()).isEqualTo("{\"view\":true,\"manage\":true}");

        put(hooli, "{\"maxMembers\":null,\"signInKinds\":[],\"defaultGroups\":null,\"requireVerifiedDomain\":null}");
        read = realm().rest().get(hooli).json();
        assertThat(read.path("joinMode").asText()).isEqualTo("AUTOMATIC");
        assertThat(read.has("maxMembers")).isFalse();
        assertThat(read.path("signInKinds")).isEmpty();
        assertThat(read.path("defaultGroups")).isEmpty();
        assertThat(read.path("requireVerifiedDomain").asBoolean()).isFalse();
    }

    @Test
    void groupsOfOthersAreRefusedAndOneThatIsGoneIsShown() {
        String id = realm().organization("Umbrella", "umbrella", Map.of());
        String umbrella = "org-switcher/organizations/" + id + "/policy";
        GroupRepresentation ofTheRealm = new GroupRepresentation();
        ofTheRealm.setName("realm-group");
        String realmGroup =
                CreatedResponseUtil.getCreatedId(realm().resource().groups().add(ofTheRealm));
        String ofAcme = group(policy.split("/")[2], "acme-staff");
        for (String other : List.of(realmGroup, ofAcme, "/realm-group", "/acme-staff")) {
            assertThat(realm().rest()
                            .put(umbrella, Map.of("defaultGroups", List.of(other)))
                            .status())
                    .as(other)
                    .isEqualTo(400);
        }
        String gone = group(id, "gone");
        put(umbrella, Map.of("defaultGroups", List.of(gone)));
        assertThat(realm().rest()
                        .delete("organizations/" + id + "/groups/" + gone)
                        .status())
                .isEqualTo(204);
        JsonNode refused = realm().rest().get(umbrella).json().path("refusedSettings");
        assertThat(refused.findValuesAsText("field")).containsExactly("defaultGroups");
        assertThat(refused.findValuesAsText("message").get(0)).contains(gone);
    }

    @Test
    void membersAreCounted() {
        String id = realm().organization("Stark", "stark", Map.of());
        realm().member(id, realm().user("arya", "arya@stark.example"));
        realm().member(id, realm().user("sansa", "sansa@stark.example"));
        assertThat(realm().rest()
                        .get("org-switcher/organizations/" + id + "/policy")
                        .json()
                        .path("memberCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void changeIsOneAdminEventAndNoChangeIsNone() {
        String id = realm().organization("Wayne", "wayne", Map.of());
        String wayne = "org-switcher/organizations/" + id + "/policy";
        put(wayne, Map.of("maxMembers", 3));
        put(wayne, Map.of("maxMembers", 3));
        put(wayne, realm().rest().get(wayne).body());
        assertThat(realm().adminEvents())
                .filteredOn(event -> event.getResourcePath().equals("organizations/" + id + "/policy"))
                .singleElement()
                .satisfies(event -> assertThat(event.getRepresentation()).contains("\"maxMembers\":3"));
    }

    @Test
    void malformedJsonIsRefused() {
        RestResponse refused = realm().rest().put(policy, "{\"joinMode\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText()).isEqualTo("Send a JSON object.");
    }

    private void put(String path, Object body) {
        RestResponse response = realm().rest().put(path, body);
        assertThat(response.status()).as(response.toString()).isEqualTo(204);
    }

    private String group(String orgId, String name) {
        RestResponse created = realm().rest().post("organizations/" + orgId + "/groups", Map.of("name", name));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().path("id").asText();
    }

    private String joinMode() {
        return realm().rest().get(policy).json().path("joinMode").asText();
    }
}
