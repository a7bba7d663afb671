package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.orgswitcher.testing.Browsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

/** The tab as one of the console's own: colours, widths, languages, keyboard, and a console that has changed. */
class ConsoleLooksIT extends ConsoleSuite {

    private static final List<String> OURS = List.of("org-switcher-tab", "#automated-provisioning-tab");

    /** The numbers of a range may be alike, so what counts is the dash. */
    private static final String FIRST_NUMBER_IS_AT_THE_RIGHT = """
            (range) => {
              const text = range.firstChild;
              const at = (index) => {
                const place = document.createRange();
                place.setStart(text, index);
                place.setEnd(text, index + 1);
                return place.getBoundingClientRect().left;
              };
              const dash = text.data.indexOf("–");
              return at(dash - 2) > at(dash) && at(dash) > at(dash + 2);
            }""";

    @BeforeAll
    void fillOrganization() {
        post(acme, "acme.example");
        realm().organization(
                        "Refused",
                        "refused",
                        Map.of("org-switcher.allowed-domains", List.of("gmail.com", "r.example")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "light, LIGHT, 1280, en, Automated provisioning",
        "dark, DARK, 1280, de, Automatische Aufnahme",
        "narrow, LIGHT, 360, fr, Adhésion automatique",
        "narrow-dark, DARK, 360, ja, 自動参加",
        "spanish, LIGHT, 1280, es, Incorporación automática",
        "portuguese, LIGHT, 1280, pt-BR, Adesão automática",
        "arabic-dark, DARK, 1280, ar, الانضمام التلقائي",
    })
    void looksRightEverywhere(
            String name, ColorScheme scheme, int width, String language, String title, Browsers browsers) {
        String admin = realm().administrator("view-organizations", "manage-organizations");
        speak(admin, language);
        try (AdminConsole console = AdminConsole.open(
                browsers, realm(), options -> options.setColorScheme(scheme).setViewportSize(width, 900))) {
            console.signIn(admin, acme, AdminConsole.PROVISIONING);

            assertThat(console.tabLink(title)).hasAttribute("aria-selected", "true");
            assertThat(console.row("acme.example")).isVisible();
            assertThat(console.tab().getByText("orgSwitcher")).hasCount(0);
            console.page().setViewportSize(width, 4000);
            Browsers.screenshot(console.page(), "console-" + name);
            Browsers.assertAccessible(console.page(), OURS);
        }
    }

    @Test
    void namesKeepToThemselvesWhereTheConsoleRunsFromRightToLeft(Browsers browsers) {
        String apart = realm().organization("Apart", "apart", Map.of());
        realm().rest().post("organizations/" + apart + "/groups", Map.of("name", "staff"));
        realm().rest()
                .post(
                        "org-switcher/organizations/" + apart + "/domains",
                        Map.of("domain", "apart.example", "defaultGroups", List.of("/staff")));
        String admin = realm().administrator("view-organizations", "manage-organizations");
        speak(admin, "ar");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(admin, apart, AdminConsole.PROVISIONING);

            Locator row = console.row("apart.example");
            assertThat(row).containsText("\u2068/staff\u2069");
            assertThat(row.locator("button[aria-label*='\u2068apart.example\u2069']")
                            .first())
                    .isVisible();
        }
    }

    @Test
    void itSaysWhichLanguageItsTextsAreIn(Browsers browsers) {
        String admin = realm().administrator("view-organizations", "manage-organizations");
        speak(admin, "ar");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(admin, acme, AdminConsole.PROVISIONING);
            assertThat(console.row("acme.example")).isVisible();
            assertThat(console.tab()).hasAttribute("lang", "ar");
            assertThat(console.tabLink("الانضمام التلقائي").locator("[lang=ar]"))
                    .isVisible();
            // Keycloak's own text, which it has in English alone.
            assertThat(console.tab().locator("a > span[lang=en][dir=ltr]").first())
                    .hasText("Learn more");
            // From right to left, as the line: the first number stands at the right.
            Locator range = console.tab().locator(".org-switcher-range").first();
            assertThat(range).containsText("1 – ");
            assertThat((Boolean) range.evaluate(FIRST_NUMBER_IS_AT_THE_RIGHT)).isTrue();
        }
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(manager);
            assertThat(console.tab()).hasAttribute("lang", "en");
            assertThat(console.tab().locator("a span[lang]")).hasCount(0);
        }
    }

    @Test
    void longWordsOfButtonsStayOnANarrowScreen(Browsers browsers) {
        String admin = realm().administrator("view-organizations", "manage-organizations");
        speak(admin, "ru");
        try (AdminConsole console =
                AdminConsole.open(browsers, realm(), options -> options.setViewportSize(320, 900))) {
            console.signIn(admin, acme, AdminConsole.PROVISIONING);
            Locator row = console.row("acme.example").first();
            row.locator("summary").click();
            assertThat(row.locator("details button").last()).isVisible();
            assertThat(console.tab()
                            .locator("button:visible")
                            .evaluateAll("buttons => buttons"
                                    + ".filter(button => button.getBoundingClientRect().right > innerWidth)"
                                    + ".map(button => button.textContent)"))
                    .as("buttons that end outside")
                    .isEqualTo(List.of());
        }
    }

    @Test
    void learnMoreLeadsToTheDocumentation(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, acme, AdminConsole.PROVISIONING);
            Page readme = console.learnMore("Allowed domains");
            assertThat(heading(readme, "Tell who gets in")).isInViewport();
            Locator documents = readme.locator("a[href^='docs/'][href$='.html']");
            assertThat(documents.first()).isAttached();
            assertReadable(readme);
            List<?> addresses = (List<?>) documents.evaluateAll("links => [...new Set(links.map(link => link.href))]");
            for (Object address : addresses) {
                readme.navigate((String) address);
                assertReadable(readme);
            }
        }
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(realm().administrator("realm-admin"));
            Locator parts = console.tab().locator(".pf-v5-c-card h2");
            assertThat(console.tab().locator("a:text('Learn more')")).hasCount(parts.count());
            assertThat(heading(console.learnMore("Set-up"), "In one call")).isInViewport();
        }
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** In narrow windows and wide ones, light and dark. */
    private static void assertReadable(Page page) {
        String name = "docs-" + page.url().replaceAll(".*/|\\.html.*", "");
        page.setViewportSize(1280, 900);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Browsers.screenshot(page, name);
        Browsers.assertAccessible(page);
        page.setViewportSize(320, 900);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browsers.screenshot(page, name + "-narrow-dark");
        Browsers.assertAccessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(320);
    }

    @Test
    void theKeyboardIsEnough(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, acme, "settings");
            // The tabs are links, one stop each, as the console has them.
            assertThat(console.tabLink("Automated provisioning")).isVisible();
            console.tabLink("Identity providers").focus();
            console.page().keyboard().press("Tab");
            assertThat(console.tabLink("Automated provisioning")).isFocused();
            console.page().keyboard().press("Enter");
            assertThat(console.row("acme.example")).isVisible();

            console.domainField().focus();
            console.page().keyboard().type("keys.example");
            console.page().keyboard().press("Enter");
            assertThat(console.row("keys.example")).isVisible();

            console.button("Remove keys.example").focus();
            console.page().keyboard().press("Enter");
            Locator dialog = console.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).isVisible();
            Browsers.assertAccessible(console.page(), List.of("dialog"));
            console.page().keyboard().press("Escape");
            assertThat(dialog).hasCount(0);
            assertThat(console.button("Remove keys.example")).isFocused();
            console.page().keyboard().press("Enter");
            console.page().keyboard().press("Enter");
            assertThat(console.row("keys.example")).hasCount(0);
            // The button has gone with its row; the next stop is the next row's, not the page's first.
            console.page().keyboard().press("Tab");
            assertThat(console.row("acme.example").locator(":focus")).hasCount(1);
        }
    }

    @Test
    void whereTheConsoleHasChangedItStaysWholeAndTheReasonIsTold(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.page().route("**/assets/DetailOrganization-*.js", route -> {
                APIResponse script = route.fetch();
                route.fulfill(new FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(script.text().replace("organization-tabs", "renamed-tabs")));
            });
            console.signIn(manager, acme, "settings");
            assertThat(console.tabLink("Settings")).hasAttribute("aria-selected", "true");

            console.page().waitForCondition(() -> !console.warnings().isEmpty());
            assertThat(console.warnings().get(0)).contains("is not shown", "organization-tabs");
            console.tabLink("Attributes").click();
            assertThat(console.tabLink("Attributes")).hasAttribute("aria-selected", "true");
            assertThat(console.tabLink("Automated provisioning")).hasCount(0);
        }
    }

    private void speak(String username, String language) {
        var user = realm().resource().users().get(realm().userId(username));
        UserRepresentation representation = user.toRepresentation();
        representation.singleAttribute("locale", language);
        user.update(representation);
    }
}
