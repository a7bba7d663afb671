package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.SecondFactor;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

/** With the sign-in by email, the set-up has it prove whose account is linked; and gives everything back. */
class SetupLinkingIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final String STOCK = "first broker login";
    private static final String MADE = "first broker login with email sign-in";
    private static final String EMAIL = "email-sign-in";
    private static final String LINK_BY_MAIL = "idp-email-verification";

    @Override
    protected TestRealm createRealm() {
        return TestRealm.on(server(), true);
    }

    @AfterEach
    void off() {
        realm().rest().delete(SETUP);
        flows().bindBrowser("browser");
        flows().bindFirstBrokerLogin(STOCK);
        flows().bindFirstBrokerLoginOfSocial("");
        flows().removeMade();
    }

    @Test
    void emailAndSecondFactorProveWhoseAccountIsLinked() {
        put(Map.of("enabled", false, "passwordless", true));
        String id = realm().user("otto", "otto@acme.example");
        SecondFactor.otp(realm(), id);

        OidcClient app = realm().app();
        Page asked = link(app, "otto");
        assertThat(asked.has("#otp")).as("%s", asked).isTrue();
        assertThat(identities(id)).isEmpty();
        Page end = asked.submit("#kc-login", Map.of("otp", SecondFactor.number()));

        assertThat(app.tokens(end).accessClaims().path("sub").asText()).isEqualTo(id);
        assertThat(identities(id)).containsExactly(TestRealm.SOCIAL);
    }

    @Test
    void settingLeavesTheSecondFactorOutHereToo() {
        put(Map.of("enabled", false, "passwordless", true, "emailSecondFactor", false));
        assertThat(warnings())
                .contains("EMAIL_WITHOUT_SECOND_FACTOR " + MADE, "EMAIL_WITHOUT_SECOND_FACTOR " + flows().browser());
        String id = realm().user("oscar", "oscar@acme.example");
        SecondFactor.otp(realm(), id);
        OidcClient app = realm().app();
        assertThat(app.tokens(link(app, "oscar")).accessClaims().path("sub").asText())
                .isEqualTo(id);
    }

    @Test
    void accountThatSomebodyElseHasPreparedIsNotLinked() {
        put(Map.of("enabled", false, "passwordless", true));
        String prepared = realm().user("prepared", "wendy@acme.example");
        UserRepresentation user = realm().resource().users().get(prepared).toRepresentation();
        user.setEmailVerified(false);
        realm().resource().users().get(prepared).update(user);

        OidcClient app = realm().app();
        Page end = link(app, "wendy");

        assertThat(app.tokens(end).accessClaims().path("sub").asText()).isNotEqualTo(prepared);
        assertThat(identities(prepared)).isEmpty();
        assertThat(realm().resource().users().get(prepared).toRepresentation().isEmailVerified())
                .isFalse();
    }

    @Test
    void linkingByPasswordStaysAsItWas() {
        put(Map.of("enabled", false, "passwordless", true));
        assertThat(flows().firstBrokerLogin()).isEqualTo(MADE);
        assertThat(flows().authenticators(MADE))
                .doesNotContain(LINK_BY_MAIL)
                .containsSubsequence("idp-confirm-link", EMAIL, "auth-otp-form", "idp-username-password-form");
    }

    @Test
    void flowsOfNamedProvidersAreReplacedAndThoseOfOthersWarnedOf() {
        flows().copy(STOCK, "mine");
        flows().bindFirstBrokerLoginOfSocial("mine");
        put(Map.of("passwordless", true));
        assertThat(flows().firstBrokerLoginOfSocial()).isEqualTo("mine");
        assertThat(warnings())
                .containsExactly(
                        "FIRST_BROKER_LOGIN_LINKS_BY_MAIL mine",
                        "PROVIDER_WITHOUT_EMAIL_AUTHORITY " + TestRealm.SOCIAL);

        put(Map.of("passwordless", true, "identityProviders", List.of(TestRealm.SOCIAL)));
        assertThat(flows().firstBrokerLoginOfSocial()).isEqualTo("mine with email sign-in");
        assertThat(flows().authenticators("mine with email sign-in"))
                .contains(EMAIL)
                .doesNotContain(LINK_BY_MAIL);
        assertThat(flows().authenticators("mine")).contains(LINK_BY_MAIL);
        assertThat(warnings()).isEmpty();

        put(Map.of("passwordless", true));
        assertThat(flows().firstBrokerLoginOfSocial()).isEqualTo("mine");
    }

    @Test
    void flowWithoutKeycloaksMailIsLeftAlone() {
        flows().copy(STOCK, "no mail");
        flows().require("no mail", LINK_BY_MAIL, "DISABLED");
        flows().bindFirstBrokerLogin("no mail");
        put(Map.of("passwordless", true));
        assertThat(flows().firstBrokerLogin()).isEqualTo("no mail");
        assertThat(flows().authenticators("no mail")).doesNotContain(EMAIL);
        assertThat(warnings()).containsExactly("PROVIDER_WITHOUT_EMAIL_AUTHORITY " + TestRealm.SOCIAL);
    }

    @Test
    void changedFlowGetsKeycloaksMailBackAndKeepsWhatOthersHaveAdded() {
        put(Map.of("passwordless", true));
        flows().add(MADE, "allow-access-authenticator");
        assertThat(realm().rest().delete(SETUP).status()).isEqualTo(204);
        assertThat(flows().firstBrokerLogin()).isEqualTo(MADE);
        assertThat(flows().authenticators(MADE))
                .contains("allow-access-authenticator")
                .containsSubsequence("idp-confirm-link", LINK_BY_MAIL, "idp-username-password-form")
                .doesNotContain(EMAIL);
    }

    @Test
    void everythingIsGivenBackAndRepeatedCallsChangeNothing() {
        flows().copy(STOCK, "own");
        flows().bindFirstBrokerLoginOfSocial("own");
        flows().copyBrowser("customised", 5, 7);
        flows().require("customised", "auth-recovery-authn-code-form", "ALTERNATIVE");
        flows().bindBrowser("customised");
        JsonNode before = picture();

        Map<String, Object> all = Map.of("passwordless", true, "identityProviders", List.of(TestRealm.SOCIAL));
        put(all);
        JsonNode made = picture();
        assertThat(made).isNotEqualTo(before);
        put(all);
        put(realm().rest().get(SETUP).json());
        assertThat(picture()).as("the same flows with the same ids").isEqualTo(made);
        put(Map.of("passwordless", true, "emailSecondFactor", false));
        put(Map.of("passwordless", false));
        put(all);

        assertThat(realm().rest().delete(SETUP).status()).isEqualTo(204);
        assertThat(picture()).isEqualTo(before);
    }

    @Test
    void changeOfFirstBrokerLoginAloneIsAnAdminEvent() {
        put(Map.of("passwordless", true));
        flows().bindFirstBrokerLogin(STOCK);
        int before = setupEvents();
        put(Map.of("passwordless", true));
        assertThat(flows().firstBrokerLogin()).isNotEqualTo(STOCK);
        assertThat(setupEvents()).isEqualTo(before + 1);
    }

    /** Signs in socially for the first time, chooses to link, and proves the address by email. */
    private Page link(OidcClient app, String name) {
        String address = name + "@acme.example";
        realm().socialUser(name, address, true);
        Page exists = app.signInSocially(UserAgent.on(server()), name);
        return EmailSignIn.byKnownCode(exists.submit("#linkAccount"), server().mailbox(), address);
    }

    private List<String> identities(String userId) {
        return realm().resource().users().get(userId).getFederatedIdentity().stream()
                .map(FederatedIdentityRepresentation::getIdentityProvider)
                .toList();
    }

    /** All of the realm that the set-up changes, but for the required action, which stays registered. */
    private JsonNode picture() {
        RealmRepresentation realm = realm().resource().partialExport(false, false);
        realm.getAuthenticationFlows().sort(Comparator.comparing(flow -> flow.getAlias()));
        realm.getAuthenticatorConfig().sort(Comparator.comparing(config -> config.getAlias()));
        RealmRepresentation picture = new RealmRepresentation();
        picture.setAuthenticationFlows(realm.getAuthenticationFlows());
        picture.setAuthenticatorConfig(realm.getAuthenticatorConfig());
        picture.setBrowserFlow(realm.getBrowserFlow());
        picture.setFirstBrokerLoginFlow(realm.getFirstBrokerLoginFlow());
        picture.setIdentityProviders(realm.getIdentityProviders());
        picture.setAttributes(realm.getAttributes());
        return JsonSerialization.mapper.valueToTree(picture);
    }

    private void put(Object body) {
        RestResponse response = realm().rest().put(SETUP, body);
        assertThat(response.status()).as(response.toString()).isEqualTo(204);
    }

    /** Code and first parameter of each. */
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

    private int setupEvents() {
        return realm().rest()
                .get("admin-events?resourcePath=" + SETUP + "&max=1000")
                .json()
                .size();
    }

    private RealmFlows flows() {
        return new RealmFlows(realm());
    }
}
