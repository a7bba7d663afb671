package io.github.orgswitcher.passwordless;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.Directory;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.UserAgent;
import io.github.orgswitcher.testing.VirtualAuthenticator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The offer of a passkey after a login by email. */
@RequiresChromium
class PasskeyOfferIT extends KeycloakSuite {

    @Override
    protected KeycloakServer server() {
        return super.server().atLocalhost();
    }

    @BeforeAll
    void signInByEmail() {
        realm().passwordless();
        var realm = realm().resource().toRepresentation();
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(Set.of("en", "de", "ja"));
        realm.setDefaultLocale("en");
        realm().resource().update(realm);
    }

    @BeforeEach
    void switchTheOfferOn() {
        realm().enableRequiredAction("passkey-offer", Map.of());
    }

    @Test
    void passkeyIsAddedAndSignsInNextTime(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            VirtualAuthenticator.in(page);
            OidcClient app = signIn(page, "adds@acme.example");
            page.locator("#passkey-offer-add").click();
            VirtualAuthenticator.addPasskey(page);
            String user = app.tokens(page).accessClaims().path("sub").asText();
            assertThat(page.url()).as("the application did not ask").doesNotContain("kc_action");

            context.clearCookies();
            OidcClient again = realm().app();
            page.navigate(again.authorizationUri(Map.of()).toString());
            VirtualAuthenticator.tryPasskey(page);
            assertThat(again.tokens(page).accessClaims().path("sub").asText()).isEqualTo(user);
        }
    }

    /** The authenticator takes what the browser offers at the field, with no press. */
    @Test
    void passkeySignsInBesideTheEmail(Browsers browsers) {
        enablePasskeys(true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            VirtualAuthenticator.in(page);
            OidcClient app = signIn(page, "beside@acme.example");
            page.locator("#passkey-offer-add").click();
            VirtualAuthenticator.addPasskey(page);
            String user = app.tokens(page).accessClaims().path("sub").asText();

            context.clearCookies();
            OidcClient again = realm().app();
            page.navigate(again.authorizationUri(Map.of()).toString());
            assertThat(again.tokens(page).accessClaims().path("sub").asText()).isEqualTo(user);
        } finally {
            enablePasskeys(false);
        }
    }

    @Test
    void passkeysStandAtTheFieldAndBelowTheProviders(Browsers browsers) {
        enablePasskeys(true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            page.navigate(realm().app().authorizationUri(Map.of()).toString());
            assertThat(page.locator("#org-switcher-email-address")).hasAttribute("autocomplete", "username webauthn");
            assertThat(page.locator("#org-switcher-email-providers #social-social"))
                    .isVisible();
            assertThat(page.locator(
                            "#org-switcher-email-providers + #org-switcher-email-passkey #authenticateWebAuthnButton"))
                    .isVisible();
            Browsers.screenshot(page, "email-passkey");
            Browsers.assertAccessible(page);
            try (BrowserContext scriptless = browsers.open(options -> options.setJavaScriptEnabled(false))) {
                Page plain = scriptless.newPage();
                plain.navigate(realm().app().authorizationUri(Map.of()).toString());
                assertThat(plain.locator("#org-switcher-email-address")).isVisible();
                assertThat(plain.locator("#authenticateWebAuthnButton")).isHidden();
            }
        } finally {
            enablePasskeys(false);
        }
        var off = realm().app().authorize(UserAgent.on(server()), Map.of());
        assertThat(off.element("#org-switcher-email-address").attr("autocomplete"))
                .isEqualTo("email");
        assertThat(off.has("#org-switcher-email-providers #social-social")).isTrue();
        assertThat(off.has("#org-switcher-email-passkey, #authenticateWebAuthnButton"))
                .isFalse();
    }

    /** Keycloak would look for a name that is sent along, and count what was refused against its account. */
    @Test
    void answerWithANameCountsAgainstNobodyAndTellsOfNobody() {
        String id = realm().user("named", "named@acme.example");
        enablePasskeys(true);
        guard(true);
        try {
            for (String name : List.of("named", "nobody-of-that-name")) {
                var answer = realm().app()
                        .authorize(UserAgent.on(server()), Map.of())
                        .post(Map.of("authenticatorData", "x", "username", name));
                assertThat(answer.has("#org-switcher-email-address")).as(name).isTrue();
            }
            assertThat(realm().resource()
                            .attackDetection()
                            .bruteForceUserStatus(id)
                            .get("numFailures"))
                    .isEqualTo(0);
        } finally {
            guard(false);
            enablePasskeys(false);
        }
    }

    private void guard(boolean on) {
        var realm = realm().resource().toRepresentation();
        realm.setBruteForceProtected(on);
        realm().resource().update(realm);
    }

    private void enablePasskeys(boolean enabled) {
        var realm = realm().resource().toRepresentation();
        realm.setWebAuthnPolicyPasswordlessPasskeysEnabled(enabled);
        realm().resource().update(realm);
    }

    @Test
    void notNowIsTheLastWord(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            OidcClient app = signIn(page, "declines@acme.example");
            page.locator("#passkey-offer-later").click();
            app.tokens(page);

            context.clearCookies();
            signIn(page, "declines@acme.example").tokens(page);
        }
    }

    /** Nothing can be written to people of a directory that Keycloak only reads. */
    @ParameterizedTest(name = "imported: {0}")
    @ValueSource(booleans = {true, false})
    void peopleOfADirectoryAreAskedOnceAndSignIn(boolean imported) {
        String address = "reads-" + imported + "@directory.example";
        try (Directory directory = Directory.start()) {
            String storage = directory.serve(realm(), "read", "READ_ONLY", imported);
            directory.person("read", "reads-" + imported, address);
            try {
                OidcClient app = realm().app();
                app.tokens(byCode(app, address).submit("#passkey-offer-later"));
                OidcClient again = realm().app();
                again.tokens(byCode(again, address));
            } finally {
                realm().resource().components().removeComponent(storage);
            }
        }
    }

    private io.github.orgswitcher.testing.Page byCode(OidcClient app, String address) {
        int before = server().mailbox().mailsTo(address).size();
        var sent = EmailSignInSuite.send(app.authorize(UserAgent.on(server()), Map.of()), address);
        return EmailSignInSuite.enter(
                sent, EmailSignInSuite.code(server().mailbox().awaitMailTo(address, before)));
    }

    @Test
    void whoeverCannotAddOneTurnsBack(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            OidcClient app = signIn(page, "turns-back@acme.example");
            page.locator("#passkey-offer-add").click();
            page.locator("#cancelWebAuthnAIA").click();
            app.tokens(page);
            assertThat(page.url()).doesNotContain("kc_action");
        }
    }

    /** Keycloak calls a page expired that is loaded again under the address of another action. */
    @ParameterizedTest
    @ValueSource(strings = {"SUGGEST", "AUTOMATIC"})
    void pageThatFollowsTheSwitcherCanBeLoadedAgain(String joinMode, Browsers browsers) {
        String alias = "reload-" + joinMode.toLowerCase(Locale.ROOT);
        realm().enableRequiredAction("org-switcher", Map.of());
        var switcher = realm().resource().flows().getRequiredAction("org-switcher");
        switcher.setPriority(
                realm().resource().flows().getRequiredAction("passkey-offer").getPriority() - 1);
        realm().resource().flows().updateRequiredAction("org-switcher", switcher);
        String org = realm().organization(
                        alias,
                        alias,
                        Map.of(
                                "org-switcher.allowed-domains", List.of(alias + ".example"),
                                "org-switcher.join-mode", List.of(joinMode)));
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            OidcClient app = signIn(page, "reader@" + alias + ".example");
            if (joinMode.equals("SUGGEST")) {
                page.locator("#org-switcher-join-" + alias).click();
            }
            assertThat(page.locator("#passkey-offer-add")).isVisible();
            assertThat(realm().isMember(org, realm().userId("reader@" + alias + ".example")))
                    .isTrue();
            page.reload();
            page.locator("#passkey-offer-later").click();
            app.tokens(page);
        } finally {
            switchOff("org-switcher");
        }
    }

    private void switchOff(String id) {
        var action = realm().resource().flows().getRequiredAction(id);
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction(id, action);
    }

    @Test
    void nothingIsOfferedWhereItIsOff(Browsers browsers) {
        switchOff("passkey-offer");
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            signIn(page, "off@acme.example").tokens(page);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "stock, keycloak.v2, LIGHT, 1280, en, true",
        "own-dark, org-switcher, DARK, 1280, de, true",
        "own-narrow, org-switcher, LIGHT, 320, ja, true",
        "own-no-scripts, org-switcher, LIGHT, 320, en, false",
    })
    void looksRight(
            String name,
            String theme,
            ColorScheme scheme,
            int width,
            String language,
            boolean scripts,
            Browsers browsers) {
        var realm = realm().resource().toRepresentation();
        realm.setLoginTheme(theme);
        realm().resource().update(realm);
        Consumer<NewContextOptions> look = options ->
                options.setColorScheme(scheme).setViewportSize(width, 800).setJavaScriptEnabled(scripts);
        try (BrowserContext context = browsers.open(look)) {
            Page page = context.newPage();
            OidcClient app = signIn(page, name + "@acme.example", Map.of("ui_locales", language));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("#passkey-offer-add")).isVisible();
            Browsers.screenshot(page, "passkey-offer-" + name);
            if (scripts) {
                Browsers.assertAccessible(page);
            }
            page.locator("#passkey-offer-later").click();
            app.tokens(page);
        }
    }

    private OidcClient signIn(Page page, String address) {
        return signIn(page, address, Map.of());
    }

    private OidcClient signIn(Page page, String address, Map<String, String> extra) {
        OidcClient app = realm().app();
        page.navigate(app.authorizationUri(extra).toString());
        EmailSignIn.byCode(page, server().mailbox(), address);
        return app;
    }
}
