package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.VirtualAuthenticator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One realm, three ways in: email, social provider, passkey. */
@RequiresChromium
class WaysInIT extends SwitcherSuite {

    private static final String IN_FOCUS = "element => element === document.activeElement";
    private static final int MOST_STOPS = 30;

    @Override
    protected KeycloakServer server() {
        return super.server().atLocalhost();
    }

    @BeforeAll
    void openAllWays() {
        realm().passwordless();
        realm().enableRequiredAction("passkey-offer", Map.of());
    }

    @Test
    void everyWayLeadsToOneUserWithOneSetOfOrganizations(Browsers browsers) {
        String address = "one@acme.example";
        realm().socialUser("one", address, true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            VirtualAuthenticator.in(page);

            OidcClient byEmail = open(page);
            EmailSignIn.byCode(page, server().mailbox(), address);
            page.locator("#org-switcher-join-acme").click();
            page.locator("#passkey-offer-add").click();
            VirtualAuthenticator.addPasskey(page);
            Tokens first = byEmail.tokens(page);
            assertThat(organizations(first)).containsExactly("acme");
            assertThat(first.accessClaims().path("email_verified").asBoolean()).isTrue();

            context.clearCookies();
            OidcClient socially = open(page);
            page.locator("#social-social").click();
            page.locator("#username").fill("one");
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            page.locator("#linkAccount").click();
            assertThat(page.locator("#instruction1")).isVisible();
            page.navigate(
                    server().mailbox().awaitMailTo(address, 1).links().get(0).toString());
            assertSame(first, socially.tokens(page));

            context.clearCookies();
            OidcClient byPasskey = open(page);
            VirtualAuthenticator.tryPasskey(page);
            assertSame(first, byPasskey.tokens(page));
        }
        assertThat(realm().resource().users().searchByEmail(address, true)).hasSize(1);
    }

    /** Nothing is put into focus but by the Tab key, from an application to the next one. */
    @Test
    void keyboardAloneIsEnough(Browsers browsers) {
        realm().socialUser("tabs", "tabs@acme.example", true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            OidcClient app = realm().app();
            startByKeyboard(page, app, ORGANIZATION);
            tabTo(page, "#social-social");
            page.keyboard().press("Enter");
            tabTo(page, "#username");
            page.keyboard().type("tabs");
            tabTo(page, "#password");
            page.keyboard().type(TestRealm.PASSWORD);
            page.keyboard().press("Enter");
            tabTo(page, "#org-switcher-join-acme-labs");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Signed in")).isVisible();
            assertThat(organizations(app.tokens(page))).containsExactly("acme-labs");

            OidcClient next = realm().app2();
            Map<String, String> choosing = new HashMap<>(ORGANIZATION);
            choosing.put("prompt", "select_account");
            startByKeyboard(page, next, choosing);
            tabTo(page, "#org-switcher-keep");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Signed in")).isVisible();
            assertThat(organizations(next.tokens(page))).containsExactly("acme-labs");
        }
    }

    private static void startByKeyboard(Page page, OidcClient app, Map<String, String> parameters) {
        page.navigate(app.applicationUri(parameters).toString());
        tabTo(page, "#sign-in");
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, String selector) {
        Locator wanted = page.locator(selector);
        assertThat(wanted).isVisible();
        for (int stop = 0; stop < MOST_STOPS && !(Boolean) wanted.evaluate(IN_FOCUS); stop++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static void assertSame(Tokens expected, Tokens actual) {
        assertThat(actual.accessClaims().path("sub"))
                .isEqualTo(expected.accessClaims().path("sub"));
        assertThat(organizations(actual)).isEqualTo(organizations(expected));
    }

    private OidcClient open(Page page) {
        OidcClient app = realm().app();
        page.navigate(app.authorizationUri(ORGANIZATION).toString());
        return app;
    }
}
