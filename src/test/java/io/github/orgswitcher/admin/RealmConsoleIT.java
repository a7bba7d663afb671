package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The realm's page beside the Admin Console's list of organizations. */
class RealmConsoleIT extends ConsoleSuite {

    private static final List<String> OURS = List.of("org-switcher-realm", ".org-switcher-tabs");
    private static final String SETTINGS = "authentication/required-actions/org-switcher/config";

    private String administrator = "";

    @BeforeAll
    void fillRealm() {
        administrator = realm().administrator("realm-admin");
        post(acme, "acme.example");
        post(realm().organization("Umbrella", "umbrella", Map.of()), "umbrella.example");
    }

    @Test
    void theAddressLeadsThereAndSoDoReloadBackAndTheTabs(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(manager);
            assertThat(console.row("acme.example")).isVisible();
            assertThat(console.tabLink("Automated provisioning")).hasAttribute("aria-selected", "true");
            assertThat(list(console)).isHidden();
            console.page().reload();
            assertThat(console.row("acme.example")).isVisible();

            console.page().evaluate("window.same = true");
            console.tabLink("Organizations").click();
            assertThat(console.tab()).hasCount(0);
            assertThat(list(console)).isVisible();
            assertThat(console.tabLink("Organizations")).hasAttribute("aria-selected", "true");
            console.page().goBack();
            assertThat(console.row("acme.example")).isVisible();
            console.page().goForward();
            assertThat(list(console)).isVisible();
            console.tabLink("Automated provisioning").click();

            console.link("Umbrella").click();
            assertThat(console.page().getByTestId("organization-tabs")).isVisible();
            assertThat(console.row("umbrella.example")).isVisible();
            assertThat(console.page().locator(".org-switcher-tabs")).hasCount(0);
            console.page().goBack();
            assertThat(console.row("umbrella.example")).isVisible();
            console.page().getByTestId("nav-item-organizations").click();
            assertThat(list(console)).isVisible();
            assertThat(console.tab()).hasCount(0);
            assertThat(console.page().evaluate("window.same")).isEqualTo(true);
        }
    }

    private static Locator list(AdminConsole console) {
        return console.page().getByTestId("addOrganization");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"light, LIGHT, 1280", "narrow-dark, DARK, 360"})
    void looksRightEverywhere(String name, ColorScheme scheme, int width, Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(
                browsers, realm(), options -> options.setColorScheme(scheme).setViewportSize(width, 900))) {
            console.signInToRealm(administrator);
            assertThat(console.row("acme.example")).isVisible();
            assertThat(console.tab().getByText("orgSwitcher")).hasCount(0);
            console.page().setViewportSize(width, 6000);
            Browsers.screenshot(console.page(), "console-realm-" + name);
            Browsers.assertAccessible(console.page(), OURS);
            assertThat((Integer) console.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            // The console loads PatternFly's styles piece by piece, those of its other pages not here.
            assertThat((List<?>) console.page().evaluate("""
                    () => {
                      const styles = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join();
                      const used = [...document.querySelectorAll("org-switcher-realm [class]")].flatMap((each) => [...each.classList]);
                      return [...new Set(used)].filter((name) => name.startsWith("pf-v5-") && !styles.includes("." + name));
                    }"""))
                    .as("classes without a style")
                    .isEmpty();
        }
    }

    @Test
    void theKeyboardIsEnough(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(manager);
            assertThat(console.row("acme.example")).isVisible();
            console.tabLink("Organizations").focus();
            console.page().keyboard().press("Enter");
            assertThat(list(console)).isVisible();
            console.tabLink("Organizations").focus();
            console.page().keyboard().press("Tab");
            assertThat(console.tabLink("Automated provisioning")).isFocused();
            console.page().keyboard().press("Enter");
            Locator search = console.search("Search domains");
            search.focus();
            console.page().keyboard().type("umbr");
            console.page().keyboard().press("Enter");
            assertThat(console.row("umbrella.example")).isVisible();
            assertThat(console.row("acme.example")).hasCount(0);
        }
    }

    @Test
    void openRequestsOfAllOrganizationsAreDecidedInPlace(Browsers browsers) {
        String asked = realm().organization("Asked", "asked", Map.of());
        post(asked, "asked.example");
        realm().rest().put("org-switcher/organizations/" + asked + "/policy", Map.of("joinMode", "REQUEST"));
        for (String name : List.of("ann", "ben")) {
            String user = realm().user(name, name + "@asked.example");
            EnrollmentRows.of(realm()).add(asked, user, "REQUESTED", null, "asked.example", 1);
        }
        String deciding = realm().administrator("view-organizations", "manage-organizations", "view-users");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(deciding);
            Locator requests = console.tab().getByTestId("org-switcher-requests");
            assertThat(requests.locator("tbody tr")).hasCount(2);
            assertThat(requests).containsText("Asked");
            Locator search = console.search("Search requests");
            search.fill("ann");
            search.press("Enter");
            assertThat(requests.locator("tbody tr")).hasCount(1);
            console.button("Approve ann@asked.example").click();
            assertThat(requests).containsText("Nothing matches");
            assertThat(realm().isMember(asked, realm().userId("ann"))).isTrue();

            search.fill("");
            search.press("Enter");
            console.button("Deny ben@asked.example").click();
            console.confirm("Deny");
            assertThat(requests).containsText("No open requests");
            assertThat(realm().isMember(asked, realm().userId("ben"))).isFalse();
        }
    }

    @Test
    void whoMayOnlyViewGetsNoButtons(Browsers browsers) {
        String watched = realm().organization("Watched", "watched", Map.of());
        String user = realm().user("eve", "eve@watched.example");
        EnrollmentRows.of(realm()).add(watched, user, "REQUESTED", null, "watched.example", 1);
        String watching =
                realm().administrator("view-organizations", "view-users", "view-realm", "view-identity-providers");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(watching);
            assertThat(console.row("eve")).isVisible();
            assertThat(console.tab()).containsText("You can look at this realm’s set-up.");
            for (String button : List.of("Approve eve@watched.example", "Save", "Switch on", "Switch off")) {
                assertThat(console.button(button)).hasCount(0);
            }
            assertThat(console.tab().locator("form:not([role=search]) :is(input, select, textarea):enabled"))
                    .hasCount(0);
            assertThat(setting(console, "Blocked domains")).isVisible();
        } finally {
            realm().rest().post("org-switcher/organizations/" + watched + "/enrollments/" + user + "/denial", Map.of());
        }
    }

    @Test
    void withoutRightsOnTheRealmThereAreRequestsAndDomainsAlone(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(viewer);
            assertThat(console.row("acme.example")).isVisible();
            assertThat(console.tab().getByTestId("org-switcher-setup")).hasCount(0);
            assertThat(settings(console)).hasCount(0);
            assertThat(console.warnings()).isEmpty();
        }
    }

    @Test
    void settingsAreSavedAndARefusedOneSaysWhyAtItsField(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(administrator);
            Locator blocked = setting(console, "Blocked domains");
            Locator limit = setting(console, "Organizations per creator");
            assertThat(limit).hasValue("5");
            blocked.fill("rival.example\nacme..example");
            limit.fill("many");
            save(console);
            assertThat(blocked).hasAttribute("aria-invalid", "true");
            assertThat(blocked)
                    .hasAccessibleDescription(Pattern.compile("Blocked domains: “acme..example” is not a domain"));
            assertThat(limit).hasAccessibleDescription(Pattern.compile("“many” is not possible here"));
            assertThat(limit).isFocused();
            assertThat(blocked).hasValue("rival.example\nacme..example");
            Browsers.assertAccessible(console.page(), OURS);

            // What is typed outlives the page, and the address.
            console.tabLink("Organizations").click();
            console.tabLink("Automated provisioning").click();
            assertThat(blocked).hasValue("rival.example\nacme..example");
            realm().rest().put(SETTINGS, Map.of("config", Map.of("requestsTo", "it@acme.example")));
            blocked.fill("rival.example\nfoe.example");
            limit.fill("3");
            setting(console, "PASSWORD").check();
            save(console);
            assertThat(console.tab()).containsText("The settings are saved");
            JsonNode config = realm().rest().get(SETTINGS).json().path("config");
            assertThat(config.path("blockedDomains").asText()).isEqualTo("rival.example##foe.example");
            assertThat(config.path("maxCreatedPerUser").asText()).isEqualTo("3");
            assertThat(config.path("intercept").asText().split("##"))
                    .containsExactlyInAnyOrder("SOCIAL", "PASSWORDLESS", "PASSWORD");
            assertThat(config.path("requestsTo").asText())
                    .as("what somebody else has saved meanwhile")
                    .isEqualTo("it@acme.example");
        } finally {
            realm().rest().put(SETTINGS, Map.of("config", Map.of()));
        }
    }

    private static Locator settings(AdminConsole console) {
        return console.tab().getByTestId("org-switcher-realm-settings");
    }

    private static Locator setting(AdminConsole console, String label) {
        return settings(console).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void save(AdminConsole console) {
        settings(console)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    @Test
    void theRealmIsSetUpAndSwitchedOffAndEachChangeIsToldBefore(Browsers browsers) {
        try (TestRealm own = TestRealm.on(server());
                AdminConsole console = AdminConsole.open(browsers, own)) {
            showTab(own);
            String organization = own.organization("Acme", "acme", Map.of());
            console.signIn(own.administrator("realm-admin"), organization, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("The organization switcher is off in this realm.");
            assertThat(console.tab().getByTestId("org-switcher-setup")).hasCount(0);
            console.link("Go to the realm’s page").click();

            Locator form = console.tab().getByTestId("org-switcher-setup");
            Locator changes = console.tab().getByTestId("org-switcher-setup-changes");
            assertThat(changes)
                    .containsText("The organization switcher and the page “Your organizations” are switched on.");
            assertThat(changes).not().containsText("Social");
            form.getByLabel("Social").check();
            assertThat(changes).containsText("Social: the switcher comes right after a sign-in");
            assertThat(own.rest()
                            .get("org-switcher/setup")
                            .json()
                            .path("enabled")
                            .asBoolean())
                    .isFalse();
            console.button("Switch on").click();
            assertThat(console.button("Switch off")).isVisible();
            JsonNode state = own.rest().get("org-switcher/setup").json();
            assertThat(state.path("enabled").asBoolean()).isTrue();
            assertThat(state.path("identityProviders").path(0).asText()).isEqualTo(TestRealm.SOCIAL);
            assertThat(state.path("browserFlow").asBoolean()).isTrue();

            assertThat(changes).containsText("Nothing of this will change.");
            form.getByLabel("Keep the organization of a session for the next application")
                    .uncheck();
            assertThat(changes).containsText("The switcher leaves the browser flow");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(console.tab())
                    .containsText("In the browser flow “browser” the step Organization switcher does not follow");

            console.button("Switch off").click();
            console.confirm("Switch off");
            assertThat(console.button("Switch on")).isVisible();
            assertThat(own.rest()
                            .get("org-switcher/setup")
                            .json()
                            .path("enabled")
                            .asBoolean())
                    .isFalse();
        }
    }
}
