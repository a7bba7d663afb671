package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.github.orgswitcher.testing.Browsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** The realm's page beside its set-up: domains that nobody is let in by, files of people, and the sign-in by email. */
class RealmConsoleSetupIT extends ConsoleSuite {

    private static final List<String> OURS = List.of("org-switcher-realm", ".org-switcher-tabs");

    private String administrator = "";

    @BeforeAll
    void fillRealm() {
        administrator = realm().administrator("realm-admin");
        realm().rest().put("org-switcher/setup", "{\"passwordless\": true}");
        RealmFlows flows = new RealmFlows(realm());
        realm().rest()
                .post(
                        "authentication/executions/" + flows.step(flows.browser(), "email-sign-in") + "/config",
                        Map.of("alias", "email", "config", Map.of("lifetimeSeconds", "10m", "createUsers", "false")));
    }

    @Test
    void aDomainUnderSettingsIsAllowedInPlace(Browsers browsers) {
        String organization = realm().organization("Owning", "owning", Map.of());
        realm().ownDomain(organization, "first.example");
        realm().ownDomain(organization, "second.example", true);
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(administrator);
            Locator unallowed = unallowed(console);
            Locator setup = console.tab().getByTestId("org-switcher-setup");
            assertThat(unallowed.locator("tbody tr")).hasCount(2);
            assertThat(unallowed.locator("tbody tr").last()).containsText("second.example");
            assertThat(unallowed.locator("tbody tr").last()).containsText("Proven");
            assertThat(unallowed).containsText("they let nobody in by themselves");
            setup.getByLabel("Social").check();

            console.button("Allow first.example, Owning").focus();
            console.page().keyboard().press("Enter");
            assertThat(console.page().locator(".pf-v5-c-alert-group"))
                    .containsText("first.example is an allowed domain now");
            assertThat(unallowed.locator("tbody tr")).hasCount(1);
            assertThat(unallowed.locator("tbody tr :focus")).hasText("Owning");
            assertThat(realm().rest()
                            .get("org-switcher/organizations/" + organization + "/domains/first.example")
                            .status())
                    .isEqualTo(200);
            // What is ticked and not saved stays.
            assertThat(setup.getByLabel("Social")).isChecked();
            console.page().keyboard().press("Tab");
            assertThat(console.button("Allow second.example, Owning")).isFocused();
            console.page().keyboard().press("Enter");
            assertThat(unallowed).isEmpty();
            assertThat(console.tab().locator(":focus")).hasCount(1);
            assertThat(console.row("second.example")).hasCount(1);
        }
    }

    @Test
    void aRefusalStandsAtItsRow(Browsers browsers) {
        String organization = realm().organization("Free mail", "free-mail", Map.of());
        realm().ownDomain(organization, "gmail.com");
        realm().ownDomain(organization, "late.example");
        realm().ownDomain(organization, "good.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(administrator);
            Locator row =
                    unallowed(console).locator("tbody tr", new Locator.LocatorOptions().setHasText("late.example"));
            assertThat(row).hasCount(1);
            assertThat(unallowed(console)).not().containsText("gmail.com");
            block("late.example");
            console.button("Allow late.example, Free mail").click();
            assertThat(row.getByRole(AriaRole.ALERT)).containsText("is blocked in this realm");
            assertThat(console.button("Allow late.example, Free mail"))
                    .hasAccessibleDescription(Pattern.compile("is blocked in this realm"));
            assertThat(row.getByRole(AriaRole.ALERT).boundingBox().width)
                    .as("pixels for the sentence")
                    .isGreaterThan(200);
            Browsers.assertAccessible(console.page(), OURS);
            console.button("Allow good.example, Free mail").click();
            // With nothing left to allow, it is still to be read.
            assertThat(unallowed(console).locator("tbody tr")).hasCount(0);
            assertThat(unallowed(console).getByRole(AriaRole.ALERT)).containsText("is blocked in this realm");
        } finally {
            block("");
            realm().resource().organizations().get(organization).delete().close();
        }
    }

    @Test
    void peopleComeFromAFileThatIsCheckedFirst(Browsers browsers) throws IOException {
        String organization = realm().organization("Filed", "filed", Map.of());
        post(organization, "filed.example");
        String ann = realm().user("ann", "ann@filed.example");
        String people = """
                organization,email
                filed,ann@filed.example
                filed,ben@partner.example
                nowhere,eve@filed.example
                """;
        String tooMany = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> "filed,p" + i + "@filed.example")
                .collect(Collectors.joining("\n", "organization,email\n", "\n"));
        String counts = "New members: 1. Invited: 1. Unchanged: 0. Refused: 1.";
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(administrator);
            Locator part = console.tab().getByTestId("org-switcher-people-import");
            Locator file = part.getByLabel("File (CSV)");
            Locator told = part.getByRole(AriaRole.STATUS).first();
            Locator check = console.button("Check now");
            Locator bring = console.button("Import people");
            assertThat(check).isDisabled();

            choose(file, people);
            assertThat(bring).isDisabled();
            check.focus();
            console.page().keyboard().press("Enter");
            assertThat(told).containsText("This will change");
            assertThat(told).containsText(counts);
            assertThat(check).isFocused();
            assertThat(part.locator("tbody tr")).hasCount(1);
            assertThat(part.locator("tbody td"))
                    .hasText(new String[] {"3", "nowhere", "eve@filed.example", "There is no organization “nowhere”."});
            assertThat(realm().isMember(organization, ann)).isFalse();
            assertThat(realm().invitations(organization, "ben@partner.example")).isEmpty();
            Browsers.assertAccessible(console.page(), OURS);

            assertThat(bring).isEnabled();
            choose(file, tooMany);
            assertThat(bring).isDisabled();
            assertThat(told).isEmpty();
            check.click();
            assertThat(file).hasAccessibleDescription(Pattern.compile("At most 500 people can be imported at a time"));
            assertThat(file).hasAttribute("aria-invalid", "true");
            assertThat(file).isFocused();
            assertThat(bring).isDisabled();
            Browsers.assertAccessible(console.page(), OURS);

            choose(file, people);
            assertThat(file).not().hasAttribute("aria-invalid", "true");
            check.click();
            assertThat(bring).isEnabled();
            bring.focus();
            console.page().keyboard().press("Enter");
            assertThat(told).containsText("Warning: " + counts);
            assertThat(bring).isFocused();
            assertThat(realm().isMember(organization, ann)).isTrue();
            assertThat(realm().invitations(organization, "ben@partner.example")).hasSize(1);
            Download result = console.page()
                    .waitForDownload(() -> console.button("Download the result").click());
            assertThat(Files.readAllLines(result.path()))
                    .containsExactly(
                            "row,organization,email,status,message",
                            "1,filed,ann@filed.example,JOINED,",
                            "2,filed,ben@partner.example,INVITED,",
                            "3,nowhere,eve@filed.example,REFUSED,There is no organization “nowhere”.");
        } finally {
            realm().resource().organizations().get(organization).delete().close();
        }
    }

    private static void choose(Locator file, String text) {
        file.setInputFiles(new FilePayload("people.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whoMayOnlyViewIsToldAndCannotAllow(Browsers browsers) {
        String organization = realm().organization("Seen", "seen", Map.of());
        realm().ownDomain(organization, "seen.example");
        String watching = realm().administrator("view-organizations", "view-realm", "view-identity-providers");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(watching);
            assertThat(unallowed(console)).containsText("seen.example");
            assertThat(unallowed(console).getByRole(AriaRole.BUTTON)).hasCount(0);
            assertThat(console.tab().getByTestId("org-switcher-people-import")).hasCount(0);
        } finally {
            realm().resource().organizations().get(organization).delete().close();
        }
    }

    @Test
    void itSaysHowPeopleSignInByEmailAndWhereThatIsChanged(Browsers browsers) {
        String browserFlow = new RealmFlows(realm()).browser();
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(administrator);
            Locator part = console.tab()
                    .getByTestId("org-switcher-email-sign-in")
                    .getByRole(
                            AriaRole.REGION,
                            new Locator.GetByRoleOptions().setName(browserFlow).setExact(true));
            assertThat(part).containsText("Lifetime of link and code (seconds)");
            assertThat(part).containsText(Pattern.compile("cannot be “10m”.*60"));
            Locator createUsers = part.locator("dl > div", new Locator.LocatorOptions().setHasText("Create users"));
            assertThat(createUsers).isHidden();
            part.locator("summary").focus();
            console.page().keyboard().press("Enter");
            assertThat(createUsers).isVisible();
            assertThat(createUsers).containsText("Off");
            Browsers.assertAccessible(console.page(), OURS);
            part.getByRole(AriaRole.LINK).click();
            assertThat(console.page().getByText("Email sign-in").first()).isVisible();
            assertThat(console.page()).hasURL(Pattern.compile("/authentication/[^/]+/-$"));
        }
    }

    @Test
    void aSettingThatCannotBeUnderstoodIsAmongWhatIsWrong(Browsers browsers) {
        RequiredActionProviderRepresentation action = realm().resource().flows().getRequiredAction("org-switcher");
        // As a realm's import writes it: nobody looks at what it says.
        action.setConfig(Map.of("creation", "maybe"));
        realm().resource().flows().updateRequiredAction("org-switcher", action);
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(administrator);
            Locator wrong = console.tab()
                    .getByRole(AriaRole.STATUS)
                    .filter(new Locator.FilterOptions().setHasText("What is missing or wrong in this realm"));
            assertThat(wrong).containsText(Pattern.compile("[Cc]reat.*“maybe”"));
            Browsers.assertAccessible(console.page(), OURS);
        } finally {
            realm().rest().put("authentication/required-actions/org-switcher/config", Map.of("config", Map.of()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"light, LIGHT, 1280", "dark, DARK, 1280", "narrow-dark, DARK, 360"})
    void looksRightEverywhere(String name, ColorScheme scheme, int width, Browsers browsers) {
        String organization = realm().organization("Looked at", "looked-at", Map.of());
        realm().ownDomain(organization, "late.example");
        realm().ownDomain(organization, "proven.example", true);
        realm().ownDomain(organization, "plain.example");
        try (AdminConsole console = AdminConsole.open(
                browsers, realm(), options -> options.setColorScheme(scheme).setViewportSize(width, 900))) {
            console.signInToRealm(administrator);
            assertThat(console.button("Allow late.example, Looked at")).isVisible();
            block("late.example");
            console.button("Allow late.example, Looked at").click();
            assertThat(unallowed(console).getByRole(AriaRole.ALERT)).isVisible();
            console.tab()
                    .getByTestId("org-switcher-email-sign-in")
                    .locator("summary")
                    .first()
                    .click();
            console.page().setViewportSize(width, 6000);
            Browsers.screenshot(console.page(), "console-realm-setup-" + name);
            Browsers.assertAccessible(console.page(), OURS);
            assertThat((Integer) console.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        } finally {
            block("");
            realm().resource().organizations().get(organization).delete().close();
        }
    }

    private void block(String domains) {
        realm().enableRequiredAction("org-switcher", Map.of("blockedDomains", domains));
    }

    private static Locator unallowed(AdminConsole console) {
        return console.tab().getByTestId("org-switcher-unallowed");
    }
}
