package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Texts that a database cannot keep, or would hold for others: told on their field, and compared as they are written. */
class TextsIT extends KeycloakSuite {

    private String acme = "";
    private String path = "";

    @BeforeAll
    void addPeople() {
        acme = realm().organization("Acme", "acme", Map.of());
        path = "org-switcher/organizations/" + acme + "/";
        EnrollmentRows rows = EnrollmentRows.of(realm());
        rows.add(acme, person("one", "Jose"), "REQUESTED", null, "acme.example", 1000);
        rows.add(acme, person("two", "José"), "REQUESTED", null, "acme.example", 2000);
    }

    private String person(String username, String firstName) {
        String id = realm().user(username, username + "@acme.example");
        UserRepresentation user = realm().resource().users().get(id).toRepresentation();
        user.setFirstName(firstName);
        realm().resource().users().get(id).update(user);
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "jose, one",
        "JOSÉ, two",
        "jos, two one",
        "%22jose%22, one",
        "*os%C3%A9, two",
        "%F0%9F%98%80, ''",
        "*%F0%9F%98%80*, ''",
        "%22%F0%9F%98%80%22, ''"
    })
    void peopleAreFoundAsTheyAreWritten(String search, String found) {
        RestResponse page = realm().rest().get(path + "enrollments?search=" + search.replace("É", "%C3%89"));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(String.join(
                        " ",
                        StreamSupport.stream(page.json().spliterator(), false)
                                .map(row -> row.path("user").path("username").asText())
                                .toList()))
                .isEqualTo(found);
    }

    @Test
    void groupsAreThoseOfTheVeryName() {
        assertThat(realm().rest()
                        .post("organizations/" + acme + "/groups", Map.of("name", "josé"))
                        .status())
                .isEqualTo(201);
        for (String none : List.of("/jose", "/JOSÉ", "/josé/\uD83D\uDE00", "/\uD83D\uDE00", "\uD83D\uDE00")) {
            RestResponse refused = realm().rest().put(path + "policy", Map.of("defaultGroups", List.of(none)));
            assertRefused(refused, "defaultGroups");
            assertThat(refused.json().path("errorMessage").asText()).contains(none);
        }
        assertThat(realm().rest()
                        .put(path + "policy", Map.of("defaultGroups", List.of("/josé")))
                        .status())
                .isEqualTo(204);
        assertThat(realm().rest()
                        .get(path + "policy")
                        .json()
                        .path("defaultGroups")
                        .path(0)
                        .asText())
                .isEqualTo("/josé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\uD800", "\\uDE00\\uD83D", "a\\u0000.example"})
    void whatCannotBeStoredIsRefusedOnItsField(String text) {
        assertRefused(realm().rest().post(path + "domains", "{\"domain\":\"" + text + "\"}"), "domain");
        assertRefused(realm().rest().put(path + "policy", "{\"defaultGroups\":[\"/" + text + "\"]}"), "defaultGroups");
        assertRefused(realm().rest().put(path + "policy", "{\"signInKinds\":[\"" + text + "\"]}"), "signInKinds");
        assertRefused(
                realm().rest().put("org-switcher/setup", "{\"identityProviders\":[\"" + text + "\"]}"),
                "identityProviders");
        assertThat(realm().rest().post(path + "domains", "{\"" + text + "\":1}").status())
                .isEqualTo(400);

        RestResponse imported = realm().rest()
                .post(
                        "org-switcher/domains",
                        ("[{'organization':'acme','domain':'" + text + "'},{'organization':'" + text
                                        + "','domain':'a.example'}]")
                                .replace('\'', '"'));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        assertThat(imported.json().path("refused").asInt()).isEqualTo(2);
        JsonNode results = imported.json().path("results");
        assertThat(results.path(0).path("field").asText()).isEqualTo("domain");
        assertThat(results.path(1).path("field").asText()).isEqualTo("organization");
        assertThat(results.findValuesAsText("message")).hasSize(2).allMatch(message -> message.endsWith("."));
    }

    /** Keycloak itself refuses the null character there. */
    @ParameterizedTest
    @ValueSource(strings = {"email", "signInKind", "client_id", "scope", "prompt", "kc_action", "activeOrganization"})
    void whatNobodyCanBeLookedForByIsTheSendersFault(String parameter) {
        for (String text : List.of("%00", "%ED%A0%80", "%F0%9F%98%80", "a".repeat(3000))) {
            RestResponse answer = realm().rest()
                    .get("org-switcher/preview?email=a%40b.example&client_id=account&" + parameter + "=" + text);
            assertThat(answer.status()).as(answer.toString()).isIn(200, 400, 404);
        }
    }

    private static void assertRefused(RestResponse answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).as(answer.toString()).isEqualTo(field);
        assertThat(answer.json().path("errorMessage").asText()).contains(" ").endsWith(".");
    }
}
