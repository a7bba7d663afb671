package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** One call switches the extension on for a realm, and one switches it off again; neither touches what others made. */
class SetupIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final String ALL = "{\"identityProviders\": [\"social\"], \"browserFlow\": true}";

    @AfterEach
    void off() {
        delete();
        bind("browser");
        postLogin(TestRealm.SOCIAL, "");
        assertThat(flows()).doesNotContain("organization switcher post login", "browser with organization switcher");
        for (AuthenticationFlowRepresentation flow : realm().resource().flows().getFlows()) {
            if (!flow.isBuiltIn()) {
                realm().resource().flows().deleteFlow(flow.getId());
            }
        }
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(true);
        realm().resource().update(representation);
    }

    @Test
    void oneCallMakesTheSwitcherWorkAndAnotherEndsIt() {
        realm().organization("Acme", "acme", Map.of("org-switcher.allowed-domains", List.of("acme.example")));
        put(ALL);
        assertState("{\"enabled\": true, \"organizationsEnabled\": true, \"identityProviders\": [\"social\"],"
                + " \"browserFlow\": true, \"passwordless\": false}");
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
                + " \"browserFlow\": false, \"passwordless\": false}");
        realm().socialUser("anna", "anna@acme.example", true);
        app.tokens(app.signInSocially(UserAgent.on(server()), "anna"));
    }

    @Test
    void repeatedCallsChangeNothingAndAreOneAdminEvent() {
        put(ALL);
        List<String> flows = flows();
        long events = setupEvents();
        put(ALL);
        put(realm().rest().get(SETUP).body());
        assertThat(flows()).isEqualTo(flows);
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
                + " \"browserFlow\": false, \"passwordless\": false}");
    }

    @Test
    void whatIsNoLongerAskedForGoes() {
        put(ALL);
        put("{\"identityProviders\": []}");
        assertState("{\"enabled\": true, \"organizationsEnabled\": true, \"identityProviders\": [],"
                + " \"browserFlow\": false, \"passwordless\": false}");
        assertThat(boundBrowserFlow()).isEqualTo("browser");
        assertThat(postLogin(TestRealm.SOCIAL)).isEmpty();
        assertThat(flows()).noneMatch(alias -> alias.contains("organization switcher"));
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
        flow("mine", "deny-access-authenticator");
        postLogin(TestRealm.SOCIAL, "mine");
        JsonNode before = realm().rest().get(SETUP).json();
        List<String> flows = flows();

        RestResponse refused = realm().rest().put(SETUP, ALL);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("field").asText()).isEqualTo("identityProviders");
        assertThat(refused.json().path("errorMessage").asText()).contains("“social”", "“mine”");
        assertThat(realm().rest().get(SETUP).json()).isEqualTo(before);
        assertThat(flows()).isEqualTo(flows);
        assertThat(postLogin(TestRealm.SOCIAL)).isEqualTo("mine");
    }

    @Test
    void flowsOfOthersWithTheSwitcherCountAndStay() {
        flow("mine", "org-switcher");
        postLogin(TestRealm.SOCIAL, "mine");
        put("{\"identityProviders\": [\"social\"]}");
        assertThat(realm().rest().get(SETUP).json().path("identityProviders")).hasSize(1);
        delete();
        assertThat(postLogin(TestRealm.SOCIAL)).isEqualTo("mine");
        assertThat(flows()).contains("mine").noneMatch(alias -> alias.startsWith("organization switcher"));
    }

    @Test
    void flowsAreKnownUnderAnotherName() {
        flow("organization switcher post login 2", "org-switcher");
        put(ALL);
        rename(postLogin(TestRealm.SOCIAL), "renamed post login");
        rename(boundBrowserFlow(), "renamed browser");

        delete();

        assertThat(flows())
                .contains("organization switcher post login 2")
                .noneMatch(alias -> alias.startsWith("renamed"));
        assertThat(boundBrowserFlow()).isEqualTo("browser");
    }

    @Test
    void changedFlowsKeepWhatOthersHaveAdded() {
        put(ALL);
        String postLogin = postLogin(TestRealm.SOCIAL);
        String browser = boundBrowserFlow();
        add(postLogin, "allow-access-authenticator");
        add(browser, "deny-access-authenticator");

        delete();

        assertThat(postLogin(TestRealm.SOCIAL)).isEqualTo(postLogin);
        assertThat(authenticators(postLogin)).containsExactly("allow-access-authenticator");
        assertThat(boundBrowserFlow()).isEqualTo(browser);
        assertThat(authenticators(browser))
                .contains("auth-cookie", "deny-access-authenticator")
                .doesNotContain("org-switcher");
        rename(postLogin, "changed post login");
        rename(browser, "changed browser");

        bind("browser");
        postLogin(TestRealm.SOCIAL, "");
        put(ALL);
        assertThat(boundBrowserFlow())
                .as("the changed flow's parts still have the names of the first")
                .isEqualTo("browser with organization switcher 2");
    }

    @Test
    void switcherFollowsTheCookieWhateverThePriorities() {
        realm().resource().flows().copy("browser", Map.of("newName", "crowded")).close();
        realm().resource().flows().getExecutions("crowded").stream()
                .filter(step -> step.getLevel() == 0)
                .forEach(step -> {
                    step.setPriority("auth-cookie".equals(step.getProviderId()) ? 1 : 2);
                    realm().resource().flows().updateExecutions("crowded", step);
                });
        bind("crowded");
        put("{\"browserFlow\": true}");
        assertThat(authenticators(boundBrowserFlow())).startsWith("auth-cookie", "org-switcher");
        assertThat(authenticators("crowded")).doesNotContain("org-switcher");
        delete();
        assertThat(boundBrowserFlow()).isEqualTo("crowded");
    }

    @Test
    void browserFlowWithoutCookieIsRefused() {
        flow("bare", "auth-username-password-form");
        bind("bare");
        RestResponse refused = realm().rest().put(SETUP, ALL);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("field").asText()).isEqualTo("browserFlow");
        assertThat(refused.json().path("errorMessage").asText()).contains("“bare”");
        assertThat(postLogin(TestRealm.SOCIAL)).as("nothing half made").isEmpty();
        assertThat(realm().rest().get(SETUP).json().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void passwordlessAddsTheSignInByEmailAndTakesItAway() {
        put("{\"passwordless\": true}");
        assertThat(authenticators(boundBrowserFlow()))
                .startsWith("auth-cookie", "org-switcher")
                .endsWith("email-sign-in");
        put("{\"browserFlow\": true}");
        assertThat(authenticators(boundBrowserFlow()))
                .startsWith("auth-cookie", "org-switcher")
                .doesNotContain("email-sign-in");
        delete();
        assertThat(boundBrowserFlow()).isEqualTo("browser");
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
        String email = realm().resource().flows().getExecutions(boundBrowserFlow()).stream()
                .filter(step -> "email-sign-in".equals(step.getProviderId()))
                .map(AuthenticationExecutionInfoRepresentation::getId)
                .findFirst()
                .orElseThrow();
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
        assertRefused("{\"browserFlow\": false, \"passwordless\": true}", "passwordless");
        assertRefused("{\"identityProvider\": []}", "identityProvider");
        assertThat(realm().rest().put(SETUP, "[").status()).isEqualTo(400);
    }

    @Test
    void takesTheRightsThatItsStepsTake() {
        String manager = realm().adminToken("manage-realm", "manage-identity-providers");
        assertThat(realm().rest().as(manager).put(SETUP, ALL).status()).isEqualTo(204);
        assertThat(realm().rest().as(manager).get(SETUP).status()).isEqualTo(200);
        String viewer = realm().adminToken("view-realm", "view-identity-providers");
        assertThat(realm().rest().as(viewer).get(SETUP).status()).isEqualTo(200);
        for (String[] roles : new String[][] {
            {"manage-realm"},
            {"manage-identity-providers"},
            {"view-realm", "view-identity-providers"},
            {"manage-organizations"}
        }) {
            String token = realm().adminToken(roles);
            assertThat(realm().rest().as(token).put(SETUP, "{}").status()).isEqualTo(403);
            assertThat(realm().rest().as(token).delete(SETUP).status()).isEqualTo(403);
        }
        assertThat(realm().rest()
                        .as(realm().adminToken("view-realm"))
                        .get(SETUP)
                        .status())
                .isEqualTo(403);
        assertThat(realm().rest().get(SETUP).json().path("enabled").asBoolean()).isTrue();
    }

    private void put(String body) {
        RestResponse response = realm().rest().put(SETUP, body);
        assertThat(response.status()).as(response.toString()).isEqualTo(204);
    }

    private void delete() {
        assertThat(realm().rest().delete(SETUP).status()).isEqualTo(204);
    }

    private void assertState(String json) {
        assertThat(realm().rest().get(SETUP).json()).isEqualTo(new RestResponse(200, json, null).json());
    }

    private void assertRefused(String body, String field) {
        RestResponse refused = realm().rest().put(SETUP, body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo(field);
        assertThat(refused.json().path("errorMessage").asText()).endsWith(".");
    }

    private long setupEvents() {
        return realm().adminEvents().stream()
                .filter(event -> SETUP.equals(event.getResourcePath()))
                .count();
    }

    /** A flow of one step, as an administrator makes it. */
    private void flow(String alias, String authenticator) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        realm().resource().flows().createFlow(flow).close();
        add(alias, authenticator);
    }

    private void add(String alias, String authenticator) {
        realm().resource().flows().addExecution(alias, Map.of("provider", authenticator));
        realm().resource().flows().getExecutions(alias).stream()
                .filter(step -> authenticator.equals(step.getProviderId()))
                .forEach(step -> {
                    step.setRequirement("REQUIRED");
                    realm().resource().flows().updateExecutions(alias, step);
                });
    }

    private void rename(String alias, String name) {
        AuthenticationFlowRepresentation flow = realm().resource().flows().getFlows().stream()
                .filter(any -> alias.equals(any.getAlias()))
                .findFirst()
                .orElseThrow();
        flow.setAlias(name);
        realm().resource().flows().updateFlow(flow.getId(), flow);
    }

    /** Those of the steps, in the order they run. */
    private List<String> authenticators(String alias) {
        return realm().resource().flows().getExecutions(alias).stream()
                .flatMap(step -> Stream.ofNullable(step.getProviderId()))
                .toList();
    }

    private List<String> flows() {
        return realm().resource().flows().getFlows().stream()
                .map(AuthenticationFlowRepresentation::getAlias)
                .sorted()
                .toList();
    }

    private String boundBrowserFlow() {
        return realm().resource().toRepresentation().getBrowserFlow();
    }

    private void bind(String alias) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setBrowserFlow(alias);
        realm().resource().update(representation);
    }

    /** The alias of the flow after an identity provider's login; empty where there is none. */
    private String postLogin(String provider) {
        String alias = realm().resource()
                .identityProviders()
                .get(provider)
                .toRepresentation()
                .getPostBrokerLoginFlowAlias();
        return alias == null ? "" : alias;
    }

    private void postLogin(String provider, String alias) {
        IdentityProviderRepresentation representation =
                realm().resource().identityProviders().get(provider).toRepresentation();
        representation.setPostBrokerLoginFlowAlias(alias);
        realm().resource().identityProviders().get(provider).update(representation);
    }
}
