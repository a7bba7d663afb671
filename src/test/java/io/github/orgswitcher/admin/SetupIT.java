package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** One call switches the extension on for a realm, and one switches it off again; neither touches what others made. */
class SetupIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final String ALL = "{\"identityProviders\": [\"social\"]}";

    @AfterEach
    void off() {
        delete();
        flows().bindBrowser("browser");
        flows().bindPostLogin("");
        assertThat(flows().aliases())
                .doesNotContain("organization switcher post login", "browser with organization switcher");
        flows().removeMade();
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(true);
        realm().resource().update(representation);
    }

    @Test
    void oneCallMakesTheSwitcherWorkAndAnotherEndsIt() {
        realm().organization("Acme", "acme", Map.of("org-switcher.allowed-domains", List.of("acme.example")));
        put(ALL);
        assertState("{\"enabled\": true, \"organizationsEnabled\": true, \"identityProviders\": [\"social\"],"
                + " \"browserFlow\": true, \"passwordless\": false, \"emailSecondFactor\": true}");
        realm().socialUser("alice", "alice@acme.example", true);
        UserAgent alice = UserAgent.on(server());
        OidcClient app = realm().app();
        Map<String, String> scope = Map.of("scope", "openid organization");
        Page page = app.signInSocially(alice, "alice", scope);
        assertThat(page.uri().getPath()).as("before any required action").endsWith("/post-broker-login");
        app.tokens(page.submit("#org-switcher-join-acme"));
        OidcClient app2 = realm().app2();
        assertThat(app2.tokens(app2.authorize(alice, scope))
                        .accessClaims()
                        .path("organization")
                        .path(0)
                        .asText())
                .isEqualTo("acme");

        delete();
        assertState("{\"enabled\": false, \"organizationsEnabled\": true, \"identityProviders\": [],"
                + " \"browserFlow\": false, \"passwordless\": false, \"emailSecondFactor\": true}");
        realm().socialUser("anna", "anna@acme.example", true);
        app.tokens(app.signInSocially(UserAgent.on(server()), "anna"));
    }

    @Test
    void providersGetTheMapperThatSaysHowFarTheirWordGoes() {
        put(ALL);
        put(ALL);
        assertThat(mappers()).extracting("identityProviderMapper").containsExactly("org-switcher-email-authority");
        assertThat(warnings()).noneMatch(warning -> warning.startsWith("PROVIDER_WITHOUT_EMAIL_AUTHORITY"));
        put("{}");
        assertThat(mappers()).as("as it was asked for").isEmpty();
        assertThat(warnings()).contains("PROVIDER_WITHOUT_EMAIL_AUTHORITY social");

        put(ALL);
        IdentityProviderMapperRepresentation mapper = mappers().get(0);
        mapper.setConfig(Map.of("syncMode", "FORCE"));
        realm().resource().identityProviders().get("social").update(mapper.getId(), mapper);
        delete();
        assertThat(mappers()).as("whoever has changed it keeps it").hasSize(1);
        realm().resource().identityProviders().get("social").delete(mapper.getId());
    }

    private List<IdentityProviderMapperRepresentation> mappers() {
        return realm().resource().identityProviders().get("social").getMappers();
    }

    @Test
    void repeatedCallsChangeNothingAndAreOneAdminEvent() {
        put(ALL);
        List<String> flows = flows().aliases();
        int events = setupEvents();
        put(ALL);
        put(realm().rest().get(SETUP).body());
        assertThat(flows().aliases()).isEqualTo(flows);
        assertThat(setupEvents()).isEqualTo(events);
        AdminEventRepresentation event = realm().adminEvents().stream()
                .filter(any -> SETUP.equals(any.getResourcePath()))
                .findFirst()
                .orElseThrow();
        assertThat(event.getOperationType()).isEqualTo("UPDATE");
        assertThat(event.getRepresentation()).contains("\"identityProviders\":[\"social\"]");
        delete();
        delete();
        assertThat(setupEvents()).isEqualTo(events + 1);
    }

    @Test
    void switchesOrganizationsOn() {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(false);
        realm().resource().update(representation);
        put("{}");
        assertState("{\"enabled\": true, \"organizationsEnabled\": true, \"identityProviders\": [],"
                + " \"browserFlow\": true, \"passwordless\": false, \"emailSecondFactor\": true}");
    }

    @Test
    void whatReadingGivesMaySayThatItIsOff() {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(false);
        realm().resource().update(representation);
        String off = realm().rest().get(SETUP).body();
        put(off);
        assertState(off);

        put(ALL);
        put("{\"enabled\": false, \"identityProviders\": [\"social\"]}");
        assertState("{\"enabled\": false, \"organizationsEnabled\": true, \"identityProviders\": [\"social\"],"
                + " \"browserFlow\": true, \"passwordless\": false, \"emailSecondFactor\": true}");
    }

    @Test
    void whatIsNoLongerAskedForGoes() {
        put(ALL);
        put("{\"identityProviders\": [], \"browserFlow\": false}");
        assertState("{\"enabled\": true, \"organizationsEnabled\": true, \"identityProviders\": [],"
                + " \"browserFlow\": false, \"passwordless\": false, \"emailSecondFactor\": true}");
        assertThat(flows().browser()).isEqualTo("browser");
        assertThat(flows().postLogin()).isEmpty();
        assertThat(flows().aliases()).noneMatch(alias -> alias.contains("organization switcher"));
    }

    @Test
    void tellsWhatIsMissingWithoutTheBrowserFlow() {
        assertThat(warnings()).isEmpty();
        put("{\"browserFlow\": false}");
        JsonNode warning = realm().rest().get(SETUP).json().path("warnings").path(0);
        assertThat(warning.path("code").asText()).isEqualTo("BROWSER_FLOW_WITHOUT_SWITCHER");
        assertThat(warning.path("message").asText()).contains("“browser”", "Keycloak’s own list");
        assertThat(warning.path("params").path(0).asText()).isEqualTo("browser");

        put("{}");
        String linking = "FIRST_BROKER_LOGIN_LINKS_BY_MAIL first broker login";
        String authority = "PROVIDER_WITHOUT_EMAIL_AUTHORITY social";
        assertThat(warnings()).containsExactly(linking, authority);
        flows().copyBrowser("of a client", 10, 20);
        flows().bindClient("app2", "of a client");
        assertThat(warnings()).containsExactly("BROWSER_FLOW_WITHOUT_SWITCHER of a client", linking, authority);
        flows().bindClient("app2", "");
    }

    @Test
    void settingsStay() {
        put("{}");
        String config = "authentication/required-actions/org-switcher/config";
        realm().rest().put(config, Map.of("config", Map.of("show", "ALWAYS")));
        delete();
        put("{}");
        assertThat(realm().rest().get(config).json().path("config").path("show").asText())
                .isEqualTo("ALWAYS");
    }

    @Test
    void anotherPostLoginFlowIsInTheWayAndNothingIsHalfMade() {
        flows().make("mine", "deny-access-authenticator");
        flows().bindPostLogin("mine");
        JsonNode before = realm().rest().get(SETUP).json();
        List<String> flows = flows().aliases();

        RestResponse refused = realm().rest().put(SETUP, ALL);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("field").asText()).isEqualTo("identityProviders");
        assertThat(refused.json().path("errorMessage").asText()).contains("“social”", "“mine”");
        assertThat(realm().rest().get(SETUP).json()).isEqualTo(before);
        assertThat(flows().aliases()).isEqualTo(flows);
        assertThat(flows().postLogin()).isEqualTo("mine");
    }

    @Test
    void flowsOfOthersWithTheSwitcherCountAndStay() {
        flows().make("mine", "org-switcher");
        flows().bindPostLogin("mine");
        put("{\"identityProviders\": [\"social\"]}");
        assertThat(realm().rest().get(SETUP).json().path("identityProviders")).hasSize(1);
        delete();
        assertThat(flows().postLogin()).isEqualTo("mine");
        assertThat(flows().aliases()).contains("mine").noneMatch(alias -> alias.startsWith("organization switcher"));
    }

    @Test
    void flowsAreKnownUnderAnotherName() {
        flows().make("organization switcher post login 2", "org-switcher");
        put(ALL);
        flows().rename(flows().postLogin(), "renamed post login");
        flows().rename(flows().browser(), "renamed browser");

        delete();

        assertThat(flows().aliases())
                .contains("organization switcher post login 2")
                .noneMatch(alias -> alias.startsWith("renamed"));
        assertThat(flows().browser()).isEqualTo("browser");
    }

    @Test
    void changedFlowsKeepWhatOthersHaveAdded() {
        put(ALL);
        String postLogin = flows().postLogin();
        String browser = flows().browser();
        flows().add(postLogin, "allow-access-authenticator");
        flows().add(browser, "deny-access-authenticator");

        delete();

        assertThat(flows().postLogin()).isEqualTo(postLogin);
        assertThat(flows().authenticators(postLogin)).containsExactly("allow-access-authenticator");
        assertThat(flows().browser()).isEqualTo(browser);
        assertThat(flows().authenticators(browser))
                .contains("auth-cookie", "deny-access-authenticator")
                .doesNotContain("org-switcher");
        flows().rename(postLogin, "changed post login");
        flows().rename(browser, "changed browser");

        flows().bindBrowser("browser");
        flows().bindPostLogin("");
        put(ALL);
        assertThat(flows().browser())
                .as("the changed flow's parts still have the names of the first")
                .isEqualTo("browser with organization switcher 2");
    }

    @Test
    void switcherFollowsTheCookieWhateverThePriorities() {
        flows().copyBrowser("crowded", 1, 2);
        flows().bindBrowser("crowded");
        put("{\"browserFlow\": true}");
        assertThat(flows().authenticators(flows().browser())).startsWith("auth-cookie", "org-switcher");
        assertThat(flows().authenticators("crowded")).doesNotContain("org-switcher");
        delete();
        assertThat(flows().browser()).isEqualTo("crowded");
    }

    @Test
    void browserFlowWithoutCookieIsRefused() {
        flows().make("bare", "auth-username-password-form");
        flows().bindBrowser("bare");
        RestResponse refused = realm().rest().put(SETUP, ALL);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("field").asText()).isEqualTo("browserFlow");
        assertThat(refused.json().path("errorMessage").asText()).contains("“bare”");
        assertThat(flows().postLogin()).as("nothing half made").isEmpty();
        assertThat(realm().rest().get(SETUP).json().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void passwordlessAddsTheSignInByEmailAndTakesItAway() {
        put("{\"passwordless\": true}");
        assertThat(flows().authenticators(flows().browser()))
                .startsWith("auth-cookie", "org-switcher")
                .containsSubsequence("auth-username-password-form", "email-sign-in", "auth-otp-form");
        put("{\"browserFlow\": true}");
        assertThat(flows().authenticators(flows().browser()))
                .startsWith("auth-cookie", "org-switcher")
                .doesNotContain("email-sign-in");
        delete();
        assertThat(flows().browser()).isEqualTo("browser");
    }

    @Test
    void peopleSignInByEmailThroughTheFlowThatIsMade() {
        put("{\"passwordless\": true}");
        String address = "eve@acme.example";
        realm().user("eve", address);
        OidcClient app = realm().app();
        Page first = app.authorize(UserAgent.on(server()), Map.of("scope", "openid"));
        Page ways = first.post(Map.of("tryAnotherWay", "on"));
        assertThat(ways.text()).contains("Sign in with a link or a code that is sent to your email address");
        String email = flows().step(flows().browser(), "email-sign-in");
        Page sent = ways.post(Map.of("authenticationExecution", email))
                .submit("#org-switcher-email-submit", Map.of("email", address));
        Matcher code = Pattern.compile("\\b\\d{3} \\d{3}\\b")
                .matcher(server().mailbox().awaitMailTo(address).text());
        assertThat(code.find()).isTrue();

        Page page = sent.submit("#org-switcher-email-submit", Map.of("code", code.group()));

        assertThat(app.tokens(page.submit("#org-switcher-skip"))
                        .accessClaims()
                        .path("email")
                        .asText())
                .isEqualTo(address);
    }

    @Test
    void badBodiesAreRefusedOnTheirField() {
        assertRefused("{\"identityProviders\": [\"nobody\"]}", "identityProviders");
        assertRefused("{\"identityProviders\": \"social\"}", "identityProviders");
        assertRefused("{\"identityProviders\": [1]}", "identityProviders");
        assertRefused("{\"browserFlow\": \"yes\"}", "browserFlow");
        assertRefused("{\"enabled\": \"no\"}", "enabled");
        assertRefused("{\"emailSecondFactor\": \"otp\"}", "emailSecondFactor");
        assertRefused("{\"organizationsEnabled\": 0}", "organizationsEnabled");
        assertRefused("{\"browserFlow\": false, \"passwordless\": true}", "passwordless");
        assertRefused("{\"identityProvider\": []}", "identityProvider");
        assertThat(realm().rest().put(SETUP, "[").status()).isEqualTo(400);
    }

    private RealmFlows flows() {
        return new RealmFlows(realm());
    }

    private void put(String body) {
        RestResponse response = realm().rest().put(SETUP, body);
        assertThat(response.status()).as(response.toString()).isEqualTo(204);
    }

    private void delete() {
        assertThat(realm().rest().delete(SETUP).status()).isEqualTo(204);
    }

    private void assertState(String json) {
        assertThat(whatIsOn(realm().rest().get(SETUP).json()))
                .isEqualTo(whatIsOn(new RestResponse(200, json, null).json()));
    }

    private static JsonNode whatIsOn(JsonNode state) {
        return ((ObjectNode) state).without(List.of("warnings", "next", "unallowedDomains", "emailSignIn"));
    }

    /** Code and what is named of each. */
    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        realm().rest()
                .get(SETUP)
                .json()
                .path("warnings")
                .forEach(warning -> warnings.add(warning.path("code").asText() + " "
                        + warning.path("params").path(0).asText()));
        return warnings;
    }

    private void assertRefused(String body, String field) {
        RestResponse refused = realm().rest().put(SETUP, body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
        assertThat(refused.json().path("errorMessage").asText()).endsWith(".");
    }

    private int setupEvents() {
        return realm().rest()
                .get("admin-events?resourcePath=" + SETUP + "&max=1000")
                .json()
                .size();
    }
}
