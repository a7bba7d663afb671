package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser: every look, by keyboard, without scripts. */
@RequiresChromium
class SwitcherPageIT extends SwitcherSuite {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt-BR", "ja");
    /** What something else lies upon when it has the focus. */
    private static final String BEHIND = """
            [...document.querySelectorAll("#org-switcher :is(button, input, summary):not([tabindex='-1'], [type=hidden])")]
                .filter(control => control.checkVisibility())
                .filter(control => {
                    control.focus();
                    const box = control.getBoundingClientRect();
                    return !control.contains(document.elementFromPoint((box.left + box.right) / 2, box.bottom - 3));
                })
                .map(control => control.id)""";

    @BeforeAll
    void speakLanguages() {
        var realm = realm().resource().toRepresentation();
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(new HashSet<>(LANGUAGES));
        realm.setDefaultLocale("en");
        realm().resource().update(realm);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "stock, keycloak.v2, LIGHT, 1280, en, true",
        "stock-dark, keycloak.v2, DARK, 1280, en, true",
        "stock-narrow, keycloak.v2, LIGHT, 320, de, true",
        "stock-no-scripts, keycloak.v2, LIGHT, 1280, fr, false",
        "stock-dark-no-scripts, keycloak.v2, DARK, 1280, en, false",
        "own-dark-no-scripts, org-switcher, DARK, 1280, en, false",
        "own, org-switcher, LIGHT, 1280, en, true",
        "own-dark, org-switcher, DARK, 1280, es, true",
        "own-narrow-dark, org-switcher, DARK, 320, ja, true",
        "own-no-scripts, org-switcher, LIGHT, 320, pt-BR, false",
    })
    void looksRightEverywhere(
            String name,
            String theme,
            ColorScheme scheme,
            int width,
            String language,
            boolean scripts,
            Browsers browsers) {
        useTheme(theme);
        realm().socialUser(name, name + "@acme.example", true);
        Consumer<NewContextOptions> look = options ->
                options.setColorScheme(scheme).setViewportSize(width, 800).setJavaScriptEnabled(scripts);
        try (BrowserContext context = browsers.open(look)) {
            Page page = signIn(context, name, Map.of("ui_locales", language));

            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("#org-switcher-join-acme")).isVisible();
            Browsers.screenshot(page, "switcher-" + name);
            if (scripts) {
                Browsers.assertAccessible(page);
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("nothing to scroll sideways")
                        .isTrue();
                Object card = page.locator(".pf-v5-c-login__main").evaluate("e => getComputedStyle(e).backgroundColor");
                assertThat(page.locator(".org-switcher-way-out")).hasCSS("background-color", (String) card);
            }
            page.locator("#org-switcher-join-acme").click();
            assertThat(page.getByText("Signed in")).isVisible();
        }
        assertThat(realm().isMember(acme, realm().userId(name))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "request, keycloak.v2, LIGHT, 1280, en, true",
        "request-dark, org-switcher, DARK, 1280, de, true",
        "request-narrow, org-switcher, LIGHT, 320, fr, true",
        "request-no-scripts, org-switcher, LIGHT, 1280, en, false",
    })
    void askingSaysSoAndKeepsTheOtherChoices(
            String name,
            String theme,
            ColorScheme scheme,
            int width,
            String language,
            boolean scripts,
            Browsers browsers) {
        useTheme(theme);
        String domain = name + ".example";
        realm().organization(
                        "Umbrella " + name,
                        name,
                        Map.of(
                                "org-switcher.allowed-domains", List.of(domain),
                                "org-switcher.join-mode", List.of("REQUEST")));
        organization("Hooli " + name, "open-" + name, domain);
        realm().socialUser(name, name + "@" + domain, true);
        Consumer<NewContextOptions> look = options ->
                options.setColorScheme(scheme).setViewportSize(width, 800).setJavaScriptEnabled(scripts);
        try (BrowserContext context = browsers.open(look)) {
            Page page = signIn(context, name, Map.of("ui_locales", language));
            Browsers.screenshot(page, "switcher-" + name);
            page.locator("#org-switcher-request-" + name).click();
            assertThat(page.locator("#org-switcher-requested-" + name)).isVisible();
            assertThat(page.locator("#org-switcher-join-open-" + name)).isVisible();
            assertThat(page.locator("#org-switcher-request-" + name)).hasCount(0);
            Browsers.screenshot(page, "switcher-asked-" + name);
            if (scripts) {
                Browsers.assertAccessible(page);
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("nothing to scroll sideways")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "invited, keycloak.v2, LIGHT, 1280, en, true",
        "invited-dark, org-switcher, DARK, 1280, fr, true",
        "invited-narrow, org-switcher, LIGHT, 320, de, true",
        "invited-no-scripts, org-switcher, LIGHT, 1280, ja, false",
    })
    void invitationComesFirstAndTakesOnePress(
            String name,
            String theme,
            ColorScheme scheme,
            int width,
            String language,
            boolean scripts,
            Browsers browsers) {
        useTheme(theme);
        String hooli = realm().organization("Hooli " + name, name, Map.of());
        String other = realm().organization("Pied Piper " + name, "other-" + name, Map.of());
        realm().invite(hooli, name + "@acme.example");
        realm().invite(other, name + "@acme.example");
        realm().socialUser(name, name + "@acme.example", true);
        Consumer<NewContextOptions> look = options ->
                options.setColorScheme(scheme).setViewportSize(width, 800).setJavaScriptEnabled(scripts);
        try (BrowserContext context = browsers.open(look)) {
            Page page = signIn(context, name, Map.of("ui_locales", language));
            assertThat(page.locator(".org-switcher-group").first().locator("#org-switcher-accept-" + name))
                    .isVisible();
            Browsers.screenshot(page, "switcher-" + name);
            if (scripts) {
                Browsers.assertAccessible(page);
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("nothing to scroll sideways")
                        .isTrue();
            }
            page.locator("#org-switcher-decline-other-" + name).click();
            assertThat(page.locator("#org-switcher-decline-other-" + name)).hasCount(0);
            assertThat(page.locator("#org-switcher-join-acme")).isVisible();
            page.locator("#org-switcher-accept-" + name).click();
            assertThat(page.getByText("Signed in")).isVisible();
        }
        assertThat(realm().isMember(hooli, realm().userId(name))).isTrue();
        assertThat(realm().isMember(other, realm().userId(name))).isFalse();
    }

    @Test
    void keyboardIsEnough(Browsers browsers) {
        realm().socialUser("keys", "keys@nobodys.example", true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "keys", Map.of());

            page.locator("#org-switcher-name").focus();
            page.keyboard().type(" ");
            page.keyboard().press("Enter");
            assertThat(page.locator("#org-switcher-name-error")).hasText("Enter a name for the organization.");
            assertThat(page.locator("#org-switcher-name")).isFocused();
            Browsers.screenshot(page, "switcher-error");
            Browsers.assertAccessible(page);

            page.keyboard().type("By keyboard");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Signed in")).isVisible();
        }
    }

    @Test
    void pageSaysWhereItLeadsAndFoldsWhatIsLessLikely() {
        Person person = person("folding", "folding@acme.example");
        OidcClient named = realm().client("payroll", client -> client.setName("Payroll"));
        Switcher switcher = Switcher.on(person.signIn(named));

        assertThat(switcher.page().element("#org-switcher-application").text()).isEqualTo("to continue to Payroll");
        assertThat(switcher.page().has("#org-switcher-creation[open]")).isFalse();
        Switcher refused = Switcher.on(switcher.create("ACME"));
        assertThat(refused.page().has("#org-switcher-creation[open]")).isTrue();
        assertThat(refused.nameError()).isEqualTo("Acme is there already: choose it above.");
    }

    @Test
    void manyMembershipsCanBeSearchedWithoutScripts(Browsers browsers) {
        realm().socialUser("many", "many@nobodys.example", true);
        Person many = new Person("many", UserAgent.on(server()));
        Switcher.on(many.signIn(realm().app())).skip();
        for (int i = 0; i < 12; i++) {
            realm().member(organization("Member " + (char) ('A' + i), "member-" + i), many.id());
        }
        try (BrowserContext context = browsers.open(options -> options.setJavaScriptEnabled(false))) {
            Page page = signIn(context, "many", Map.of());
            assertThat(page.locator("button[name=continue]")).hasCount(12);
            Browsers.screenshot(page, "switcher-many");

            page.locator("#org-switcher-search").fill("mem k");
            page.keyboard().press("Enter");
            assertThat(page.locator("button[name=continue]")).hasCount(1);
            assertThat(page.locator("#org-switcher-search")).hasValue("mem k");
            assertThat(page).hasTitle(Pattern.compile("^Found 1 of 12 · "));
            Browsers.screenshot(page, "switcher-search");

            page.locator("#org-switcher-continue-member-10").click();
            assertThat(page.getByText("Signed in")).isVisible();
        }
    }

    /** A long page on a small screen: in the order of what one came for, and with the way out in sight all the time. */
    @Test
    void longPageHasItsWayOutInReach(Browsers browsers) {
        useTheme("org-switcher");
        realm().socialUser("long", "long@crowd.example", true);
        Person person = new Person("long", UserAgent.on(server()));
        Switcher.on(person.signIn(realm().app())).skip();
        for (int i = 0; i < 12; i++) {
            realm().member(organization("Own " + i, "own-" + i), person.id());
            organization("Crowd " + i, "crowd-" + i, "crowd.example");
        }
        realm().invite(realm().organization("Inviting", "inviting", Map.of()), "long@crowd.example");
        try (BrowserContext context = browsers.open(options -> options.setViewportSize(320, 800))) {
            Page page = signIn(context, "long", Map.of("kc_action", "org-switcher"));

            assertThat(page.locator("#org-switcher-skip")).isInViewport();
            assertThat((List<?>) page.evaluate("[...document.querySelectorAll('.org-switcher h2[id]')].map(h => h.id)"))
                    .isEqualTo(List.of("org-switcher-invitations", "org-switcher-memberships", "org-switcher-offers"));
            assertThat(page.locator("details#org-switcher-creation")).not().hasAttribute("open", "");
            page.locator("#org-switcher-continue-own-5").focus();
            Browsers.screenshot(page, "switcher-long");
            assertThat((List<?>) page.evaluate(BEHIND)).as("behind the way out").isEmpty();
            assertThat(page.locator("#org-switcher-skip")).isInViewport();
            Browsers.assertAccessible(page);

            page.evaluate("document.documentElement.style.fontSize = '36px'");
            assertThat((List<?>) page.evaluate(BEHIND))
                    .as("behind the way out, whose links take lines of their own")
                    .isEmpty();
        }
    }

    private Page signIn(BrowserContext context, String username, Map<String, String> extra) {
        Page page = context.newPage();
        Map<String, String> parameters = new HashMap<>(ORGANIZATION);
        parameters.putAll(extra);
        parameters.put("kc_idp_hint", TestRealm.SOCIAL);
        OidcClient app = realm().app();
        URI start = app.authorizationUri(parameters);
        page.navigate(start.toString());
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("#org-switcher")).isVisible();
        return page;
    }

    private void useTheme(String theme) {
        var realm = realm().resource().toRepresentation();
        realm.setLoginTheme(theme);
        realm().resource().update(realm);
    }
}
