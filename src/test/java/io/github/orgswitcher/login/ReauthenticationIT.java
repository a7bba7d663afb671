package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Whoever signs in again in a session keeps its organization, by whatever way; and a client that is left alone keeps the session. */
class ReauthenticationIT extends SwitcherSuite {

    private static final String PASSWORD_FLOW = "browser-org-switcher";
    private static final String EXCLUDED = "beside";

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##PASSWORDLESS##PASSWORD", "excludedClients", EXCLUDED);
    }

    @Override
    protected TestRealm createRealm() {
        TestRealm realm = super.createRealm();
        realm.client(EXCLUDED, client -> {});
        return realm;
    }

    @BeforeAll
    void makeFlows() {
        realm().passwordless();
        realm().browserFlowWith("org-switcher");
        realm().postBrokerFlow("org-switcher");
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.getAttributes().put("acr.loa.map", "{\"low\":1,\"high\":2}");
        realm().resource().update(realm);
        realm().browserFlow(
                        "levels",
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative("org-switcher"),
                        FlowStep.alternative(
                                "all levels", level(1, "auth-username-password-form"), level(2, "auth-password-form")));
    }

    private static FlowStep level(int level, String authenticator) {
        FlowStep condition = FlowStep.required("conditional-level-of-authentication")
                .with(Map.of("loa-condition-level", String.valueOf(level), "loa-max-age", "36000"));
        return new FlowStep(
                "level " + level, "CONDITIONAL", Map.of(), List.of(condition, FlowStep.required(authenticator)));
    }

    @BeforeEach
    void bindFlow() {
        realm().bindBrowserFlow(PASSWORD_FLOW);
    }

    @ParameterizedTest
    @CsvSource({"prompt, login", "max_age, -1"})
    void byTheProviderAgain(String parameter, String value) {
        Person both = memberOfBoth("provider-" + parameter);
        Switcher.on(both.signIn(realm().app())).goOn("acme-labs");
        for (OidcClient client : List.of(realm().app(), realm().app2())) {
            Page end = both.signIn(client, Map.of(parameter, value));
            assertThat(organizations(client, end)).containsExactly("acme-labs");
        }
    }

    @Test
    void pageThatIsAskedForOnTopHasNoStaleMessage() {
        Person asking = memberOfBoth("asking");
        Switcher.on(asking.signIn(realm().app())).goOn("acme");

        Switcher switcher = Switcher.on(asking.signIn(realm().app(), Map.of("prompt", "login select_account")));

        assertThat(switcher.page().text()).doesNotContainIgnoringCase("authenticate");
        assertThat(switcher.page().has("[class*=alert]")).isFalse();
    }

    @Test
    void skipIsKept() {
        Person skipping = memberOfBoth("skipping");
        Switcher.on(skipping.signIn(realm().app())).skip();
        OidcClient app = realm().app();

        assertThat(organizations(app, skipping.signIn(app, Map.of("prompt", "login"))))
                .isEmpty();
    }

    @Test
    void byPasswordAfterTheProvider() {
        Person both = memberOfBoth("by-password");
        Switcher.on(both.signIn(realm().app())).goOn("acme-labs");
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        realm().resource().users().get(both.id()).resetPassword(password);
        OidcClient app = realm().app();

        Page login = both.open(app, Map.of("prompt", "login"));

        assertThat(organizations(app, OidcClient.fillLogin(login, both.username)))
                .containsExactly("acme-labs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid organization", "openid organization:acme"})
    void byAHigherLevel(String scope) {
        realm().bindBrowserFlow("levels");
        String name = "level-" + Math.floorMod(scope.hashCode(), 1000);
        String userId = realm().user(name, name + "@acme.example");
        List.of(acme, labs).forEach(id -> realm().member(id, userId));
        UserAgent agent = UserAgent.on(server());
        OidcClient low = realm().app();
        Page first = OidcClient.fillLogin(low.authorize(agent, asking("low", "openid organization")), name);
        assertThat(organizations(low, Switcher.on(first).goOn("acme-labs"))).containsExactly("acme-labs");
        OidcClient high = realm().app();

        Page end = high.authorize(agent, asking("high", scope))
                .submit("#kc-login", Map.of("password", TestRealm.PASSWORD));

        var claims = high.tokens(end).accessClaims();
        assertThat(claims.path("acr").asText()).isEqualTo("high");
        assertThat(claims.path("organization").path(0).asText())
                .isEqualTo(scope.endsWith("acme") ? "acme" : "acme-labs");
        OidcClient next = realm().app2();
        assertThat(organizations(next, next.authorize(agent, asking("low", "openid organization"))))
                .containsExactly("acme-labs");
    }

    private static Map<String, String> asking(String level, String scope) {
        return Map.of("scope", scope, "acr_values", level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid organization", "openid organization:acme", "openid organization:*"})
    void excludedClientKeepsSingleSignOnWhereNoStepOfKeycloaksAsks(String scope) {
        realm().bindBrowserFlow("passwordless");
        Person both = memberOfBoth("beside-" + Math.floorMod(scope.hashCode(), 1000));
        Switcher.on(both.signIn(realm().app())).goOn("acme-labs");
        for (Map<String, String> prompt : List.of(Map.<String, String>of(), Map.of("prompt", "none"))) {
            Map<String, String> request = new HashMap<>(prompt);
            request.put("scope", scope);
            OidcClient beside = realm().publicClient(EXCLUDED);
            List<String> got = organizations(beside, both.open(beside, request));
            assertThat(got).as("nothing of the session is handed to it").isNotEqualTo(List.of("acme-labs"));
        }
    }

    @Test
    void excludedClientIsLeftToKeycloaksOwnStepWhereThereIsOne() {
        Person both = memberOfBoth("left");
        Switcher.on(both.signIn(realm().app())).goOn("acme-labs");
        OidcClient beside = realm().publicClient(EXCLUDED);

        Page page = both.open(beside);

        assertThat(page.has("form#org-switcher")).as("not ours: %s", page).isFalse();
        assertThat(page.left()).as("Keycloak's list: %s", page).isFalse();
        assertThat(page.text()).contains("Acme Labs");
        assertThat(both.open(realm().publicClient(EXCLUDED), Map.of("prompt", "none"))
                        .query())
                .containsEntry("error", "login_required");
    }

    @Test
    void kindThatIsNotInterceptedIsLeftToKeycloaksOwnStep() {
        realm().enableRequiredAction("org-switcher", Map.of("intercept", "SOCIAL"));
        try {
            String userId = realm().user("plain", "plain@acme.example");
            List.of(acme, labs).forEach(id -> realm().member(id, userId));
            UserAgent agent = UserAgent.on(server());
            OidcClient first = realm().app();
            first.tokens(OidcClient.fillLogin(first.authorize(agent, Map.of("scope", "openid")), "plain"));

            Page page = realm().app2().authorize(agent, ORGANIZATION);

            assertThat(page.has("form#org-switcher")).isFalse();
            assertThat(page.text()).as("Keycloak's list: %s", page).contains("Acme Labs");
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
    }

    private Person memberOfBoth(String username) {
        Person person = person(username, username + "@acme.example");
        Switcher.on(person.signIn(realm().app())).skip();
        List.of(acme, labs).forEach(id -> realm().member(id, person.id()));
        return person.elsewhere();
    }
}
