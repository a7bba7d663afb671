package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.orgswitcher.testing.FlowStep.alternative;
import static io.github.orgswitcher.testing.FlowStep.required;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.VirtualAuthenticator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keycloak's own passkeys, each way to use one, in a realm that intercepts what has no password. */
@RequiresChromium
class PasskeyIT extends SwitcherSuite {

    @Override
    protected KeycloakServer server() {
        return super.server().atLocalhost();
    }

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF");
    }

    @BeforeEach
    void keycloaksOwnFlowWithPasskeys() {
        realm().bindBrowserFlow("browser");
        mediate("conditional");
    }

    @Test
    void passkeyFromTheNamesAutofillReachesTheSwitcher(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = withPasskey(context, "autofill");

            OidcClient app = open(page, realm().app());
            page.locator("#org-switcher-join-acme").click();
            assertThat(organizations(app.tokens(page))).containsExactly("acme");
        }
    }

    @Test
    void passkeyByTheButtonReachesTheSwitcher(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = withPasskey(context, "button");
            mediate("none");

            OidcClient app = open(page, realm().app());
            VirtualAuthenticator.usePasskey(page);
            page.locator("#org-switcher-join-acme-labs").click();
            assertThat(organizations(app.tokens(page))).containsExactly("acme-labs");
        }
    }

    @Test
    void passkeyOnAPageOfItsOwnReachesTheSwitcher(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = withPasskey(context, "own-page");
            realm().browserFlow("passkeys", alternative("webauthn-authenticator-passwordless"));

            OidcClient app = open(page, realm().app());
            VirtualAuthenticator.usePasskey(page);
            page.locator("#org-switcher-join-acme").click();
            assertThat(organizations(app.tokens(page))).containsExactly("acme");
        }
    }

    @Test
    void passkeyAfterAPasswordIsASecondFactor(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = withPasskey(context, "second-factor");
            realm().browserFlow(
                            "both",
                            alternative(
                                    "password-and-passkey",
                                    required("auth-username-password-form"),
                                    required("webauthn-authenticator-passwordless")));
            mediate("none");

            OidcClient app = open(page, realm().app());
            page.locator("#username").fill("second-factor");
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            VirtualAuthenticator.usePasskey(page);
            assertThat(organizations(app.tokens(page))).as("no page").isEmpty();
        }
    }

    @Test
    void nextApplicationIsAskedAsTheLatestProofSays(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = withPasskey(context, "session", "session@later.example");
            OidcClient app = open(page, realm().app());
            assertThat(organizations(app.tokens(page))).as("nothing to choose").isEmpty();
            organization("Later", "later", "later.example");

            open(page, realm().app2());
            assertThat(page.locator("#org-switcher-join-later")).isVisible();

            app = open(page, realm().app(), Map.of("prompt", "login"));
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            assertThat(organizations(app.tokens(page))).as("a password").isEmpty();
            OidcClient app2 = open(page, realm().app2());
            assertThat(organizations(app2.tokens(page))).as("still a password").isEmpty();
        }
    }

    private void mediate(String mediation) {
        var realm = realm().resource().toRepresentation();
        realm.setWebAuthnPolicyPasswordlessPasskeysEnabled(true);
        realm.setWebAuthnPolicyPasswordlessMediation(mediation);
        realm().resource().update(realm);
    }

    private Page withPasskey(BrowserContext context, String username) {
        return withPasskey(context, username, username + "@acme.example");
    }

    /** Somebody with a password, which is not intercepted, who has added a passkey in this browser and signed out. */
    private Page withPasskey(BrowserContext context, String username, String email) {
        realm().user(username, email);
        Page page = context.newPage();
        VirtualAuthenticator.in(page);
        OidcClient app = open(page, realm().app(), Map.of("kc_action", "webauthn-register-passwordless"));
        page.locator("#username").fill(username);
        page.locator("#kc-login").click();
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        VirtualAuthenticator.addPasskey(page);
        assertThat(organizations(app.tokens(page))).isEmpty();
        context.clearCookies();
        return page;
    }

    private static OidcClient open(Page page, OidcClient app) {
        return open(page, app, Map.of());
    }

    private static OidcClient open(Page page, OidcClient app, Map<String, String> extra) {
        Map<String, String> parameters = new HashMap<>(ORGANIZATION);
        parameters.putAll(extra);
        page.navigate(app.authorizationUri(parameters).toString());
        return app;
    }
}
