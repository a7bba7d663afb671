package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device's login is a person's login in a browser, and is asked like any other. */
class DeviceIT extends SwitcherSuite {

    private static final String TV = "tv";
    private static final String ORGANIZATION_SCOPE = "openid organization";

    @BeforeAll
    void openWays() {
        realm().passwordless();
        realm().client(TV, client -> {
            client.setStandardFlowEnabled(false);
            client.setAttributes(
                    Map.of("oauth2.device.authorization.grant.enabled", "true", "oauth2.device.polling.interval", "1"));
        });
    }

    @AfterEach
    void backToDefaults() {
        realm().enableRequiredAction("org-switcher", Map.of("membershipRequired", "false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "organization:acme-labs", "organization:*"})
    void personIsAskedAndTheDeviceGetsWhatWasChosen(String scope) {
        JsonNode device = device("openid " + scope);
        UserAgent agent = UserAgent.on(server());
        String address = "asked" + Math.floorMod(scope.hashCode(), 1000) + "@acme.example";

        Tokens tokens =
                allow(device, Switcher.on(byEmail(agent, device, address)).join("acme"));

        assertThat(organizations(tokens)).containsExactly("acme");
        assertThat(organizations(tv().refresh(tokens))).containsExactly("acme");
        OidcClient app = realm().app();
        assertThat(organizations(app, app.authorize(agent, ORGANIZATION)))
                .as("and so has the browser's session")
                .containsExactly("acme");
        JsonNode second = device(ORGANIZATION_SCOPE);
        Page noPage =
                agent.open(URI.create(second.path("verification_uri_complete").asText()));
        assertThat(organizations(allow(second, noPage))).containsExactly("acme");
    }

    @Test
    void skipLeavesTheDeviceWithNone() {
        JsonNode device = device("openid organization:acme");
        UserAgent agent = UserAgent.on(server());

        Tokens tokens = allow(
                device,
                Switcher.on(byEmail(agent, device, "skips@acme.example")).skip());

        assertThat(tokens.accessClaims().has("organization")).isFalse();
        assertThat(tv().refresh(tokens).accessClaims().has("organization")).isFalse();
    }

    @Test
    void requiredMembershipIsRequiredOfADeviceToo() {
        realm().enableRequiredAction("org-switcher", Map.of("membershipRequired", "true", "creation", "OFF"));
        JsonNode device = device(ORGANIZATION_SCOPE);
        UserAgent agent = UserAgent.on(server());

        Switcher switcher = Switcher.on(byEmail(agent, device, "must@elsewhere.example"));

        assertThat(switcher.canSkip()).isFalse();
        Switcher refused = Switcher.on(switcher.post("skip", "true"));
        assertThat(refused.choiceError()).isNotEmpty();
        Switcher forged = Switcher.on(refused.page().post(Map.of("grant_type", "password", "skip", "true")));
        assertThat(forged.choiceError()).isNotEmpty();
        assertThat(tokens(device).status()).isNotEqualTo(200);
        OidcClient app = realm().app();
        assertThat(app.authorize(agent, Map.of("scope", ORGANIZATION_SCOPE, "prompt", "none"))
                        .query())
                .as("no session came of it")
                .containsEntry("error", "login_required");
    }

    @Test
    void automaticMembershipIsMadeByADeviceToo() {
        realm().organization(
                        "Auto",
                        "auto",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("auto.example"),
                                "org-switcher.join-mode", List.of("AUTOMATIC")));
        JsonNode device = device(ORGANIZATION_SCOPE);
        UserAgent agent = UserAgent.on(server());

        Tokens tokens = allow(device, byEmail(agent, device, "auto@auto.example"));

        assertThat(organizations(tokens)).containsExactly("auto");
    }

    @Test
    void sessionOfADeviceKeepsItsSignInKind() {
        JsonNode device = device(ORGANIZATION_SCOPE);
        UserAgent agent = UserAgent.on(server());
        allow(
                device,
                Switcher.on(byEmail(agent, device, "kind@elsewhere.example")).skip());
        organization("Elsewhere", "elsewhere", "elsewhere.example");

        Page page = realm().app().authorize(agent, ORGANIZATION);

        assertThat(Switcher.on(page).offers()).as("signed in by email").containsExactly("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void socialSignInForADevice(boolean postLoginFlow) {
        if (postLoginFlow) {
            realm().postBrokerFlow("org-switcher");
        }
        String name = "social-" + postLoginFlow;
        Person person = person(name, name + "@acme.example");
        JsonNode device = device(ORGANIZATION_SCOPE);
        Page provider = person.agent
                .open(URI.create(device.path("verification_uri_complete").asText()))
                .click("#social-social");

        Switcher switcher = Switcher.on(OidcClient.fillLogin(provider, name));

        assertThat(organizations(allow(device, switcher.join("acme-labs")))).containsExactly("acme-labs");
    }

    private OidcClient tv() {
        return realm().publicClient(TV);
    }

    private JsonNode device(String scope) {
        return tv().authorizeDevice(Map.of("scope", scope));
    }

    private RestResponse tokens(JsonNode device) {
        return tv().deviceTokens(device);
    }

    private Page byEmail(UserAgent agent, JsonNode device, String address) {
        Page start =
                agent.open(URI.create(device.path("verification_uri_complete").asText()));
        return EmailSignIn.byCode(start, server().mailbox(), address);
    }

    /** Lets the device in on the page that Keycloak always shows for one; the device may ask once in a second. */
    private Tokens allow(JsonNode device, Page consent) {
        Page end = consent.submit("[name=accept]");
        assertThat(end.status()).as("%s", end).isEqualTo(200);
        return Tokens.of(tokens(device));
    }
}
