package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The set-up's call makes the first organization, shows the console's tab, and says what is left to do. */
class SetupOrganizationIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final String ACME = """
            {"identityProviders": ["social"],
             "organization": {"name": "Acme", "alias": "acme", "allowedDomains": ["acme.example", "*.acme.example"]}}""";

    @AfterEach
    void off() {
        realm().rest().delete(SETUP);
        organizations().forEach(organization -> realm().resource()
                .organizations()
                .get(organization.getId())
                .delete()
                .close());
        theme("");
        realm().resource().clearAdminEvents();
    }

    @Test
    void makesItOnceAndSaysWhatIsLeft() {
        JsonNode first = put(ACME);
        assertThat(first.path("organization").path("created").asBoolean()).isTrue();
        assertThat(first.path("organization").path("allowedDomains"))
                .extracting(JsonNode::asText)
                .containsExactly("acme.example", "*.acme.example");
        assertThat(codes(first)).containsExactly("CONSOLE_TAB", "TRY");
        JsonNode look = first.path("next").path(1);
        assertThat(look.path("link").asText()).isEqualTo(server().realmUri(realm().name()) + "/org-switcher/account");
        assertThat(look.path("message").asText()).contains("“Your organizations”", "Account Console");
        assertThat(events()).hasSize(1).first().asString().startsWith("CREATE");

        JsonNode again = put(ACME);
        assertThat(again.path("changed").asBoolean()).isFalse();
        assertThat(again.path("organization").path("created").asBoolean()).isFalse();
        assertThat(again.path("organization").path("allowedDomains")).isEmpty();
        JsonNode more = put("{\"organization\": {\"name\": \"Acme\", \"alias\": \"acme\","
                + " \"allowedDomains\": [\"acme.example\", \"Labs.Acme.Example\"]}}");
        assertThat(more.path("organization").path("allowedDomains"))
                .extracting(JsonNode::asText)
                .containsExactly("labs.acme.example");
        assertThat(organizations()).hasSize(1);
        assertThat(events()).hasSize(2).first().asString().startsWith("UPDATE");
    }

    @Test
    void triesItAndLeavesNothing() {
        JsonNode tried = ok(realm().rest().put(SETUP + "?dryRun=true", ACME));
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(tried.path("changed").asBoolean()).isTrue();
        assertThat(tried.path("organization").path("created").asBoolean()).isTrue();
        assertThat(codes(tried)).containsExactly("CONSOLE_TAB", "TRY");
        assertThat(organizations()).isEmpty();
        assertThat(realm().rest().get(SETUP).json().path("enabled").asBoolean()).isFalse();
        assertThat(events()).isEmpty();
    }

    @Test
    void saysWhatIsLeftToWhomItConcerns() {
        assertThat(codes(realm().rest().get(SETUP).json()))
                .as("while it is off")
                .isEmpty();
        assertThat(realm().rest().put(SETUP, "{}").status()).isEqualTo(204);
        assertThat(codes(realm().rest().get(SETUP).json()))
                .containsExactly("WAY_IN", "ORGANIZATION", "CONSOLE_TAB", "TRY");
        put("{\"organization\": {\"name\": \"Acme\"}}");
        Rest reader = realm().rest().as(realm().adminToken("view-realm", "view-identity-providers"));
        assertThat(codes(reader.get(SETUP).json()))
                .containsExactly("WAY_IN", "ALLOWED_DOMAIN", "CONSOLE_TAB_BY_OTHERS", "TRY");
    }

    @Test
    void showsTheTabWhereOneSignsInAndTakesNobodysThemeAway() {
        Rest own = realm().rest().as(realm().adminToken("manage-realm", "manage-identity-providers"));
        String tab = "{\"adminTheme\": true}";
        JsonNode shown = ok(own.put(SETUP, tab));
        assertThat(shown.path("adminTheme").asBoolean()).isTrue();
        assertThat(codes(shown)).doesNotContain("CONSOLE_TAB");
        assertThat(realm().resource().toRepresentation().getAdminTheme()).isEqualTo("org-switcher");
        assertThat(ok(own.put(SETUP, tab)).path("adminTheme").asBoolean()).isFalse();

        theme("mine");
        JsonNode kept = ok(own.put(SETUP, tab));
        assertThat(kept.path("adminTheme").asBoolean()).isFalse();
        assertThat(codes(kept)).contains("CONSOLE_TAB");
        assertThat(realm().resource().toRepresentation().getAdminTheme()).isEqualTo("mine");
    }

    @Test
    void takesTheRightsOfItsSteps() {
        Rest organizations = realm().rest().as(realm().adminToken("manage-organizations", "view-realm"));
        assertThat(organizations.put(SETUP, ACME).status()).isEqualTo(403);
        assertThat(organizations.put(SETUP + "?dryRun=true", ACME).status()).isEqualTo(403);
        assertThat(organizations()).isEmpty();
        String enough = realm().adminToken("manage-realm", "manage-identity-providers");
        assertThat(ok(realm().rest().as(enough).put(SETUP, ACME))
                        .path("organization")
                        .path("created")
                        .asBoolean())
                .as("as Keycloak's own call, which takes either role")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": " "}                                              | 400 | organization.name
            {"name": "A\u0441me", "alias": "acme"}                          | 400 | organization.name
            {"name": "Acme", "alias": "ac me"}                         | 400 | organization.alias
            {"name": "Acme", "alias": "acme:x"}                        | 400 | organization.alias
            {"name": "Acme", "allowedDomains": ["gmail.com"]}          | 400 | organization.allowedDomains
            {"name": "Acme", "allowedDomains": ["acme.example", "co.uk"]} | 400 | organization.allowedDomains
            {"name": "Acme", "allowedDomains": "acme.example"}         | 400 | organization.allowedDomains
            {"name": "Acme", "domains": []}                            | 400 | organization.domains
            "Acme"                                                     | 400 | organization
            {"name": "There", "alias": "other"}                        | 409 | organization.name
            {"name": "Acme", "alias": "there"}                         | 409 | organization.alias
            """)
    void refusesWithASentenceAndNothingIsHalfMade(String organization, int status, String field) {
        realm().organization("There", "there", Map.of());
        RestResponse refused = realm().rest().put(SETUP, "{\"organization\": " + organization + "}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
        assertThat(refused.json().path("errorMessage").asText()).endsWith(".");
        assertThat(organizations()).hasSize(1);
        assertThat(realm().rest().get(SETUP).json().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void needsTheRealmsOrganizations() {
        switchOrganizations(false);
        RestResponse refused =
                realm().rest().put(SETUP, "{\"organizationsEnabled\": false, \"organization\": {\"name\": \"Acme\"}}");
        switchOrganizations(true);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("organization");
    }

    private JsonNode put(String body) {
        return ok(realm().rest().put(SETUP, body));
    }

    private static JsonNode ok(RestResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("next").findValuesAsText("code");
    }

    private List<OrganizationRepresentation> organizations() {
        return realm().resource().organizations().getAll();
    }

    /** What was told of organizations, the latest first. */
    private List<String> events() {
        return realm().adminEvents().stream()
                .filter(event -> event.getRepresentation() != null
                        && event.getRepresentation().contains("\"created\""))
                .map(event -> event.getOperationType() + " " + event.getRepresentation())
                .toList();
    }

    private void theme(String name) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setAdminTheme(name);
        realm().resource().update(representation);
    }

    private void switchOrganizations(boolean on) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(on);
        realm().resource().update(representation);
    }
}
