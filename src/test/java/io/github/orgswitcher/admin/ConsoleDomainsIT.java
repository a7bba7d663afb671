package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allowed domains in the Admin Console: one, many, and files of them. */
class ConsoleDomainsIT extends ConsoleSuite {

    private static final String PASTE = """
            (input, text) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData("text", text);
              input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }""";

    @Test
    void domainsComeFirstAndWithoutOneItSaysWhatThatMeans(Browsers browsers) {
        String organization = realm().organization("Hooli", "hooli", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("Nobody is offered Hooli until you allow a domain");
            Locator headings = console.tab().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2));
            assertThat(headings.allTextContents())
                    .containsSubsequence("Allowed domains", "People", "Who gets in", "Preview");
        }
    }

    @Test
    void aDomainIsGivenAJoinModeOfItsOwn(Browsers browsers) {
        String organization = realm().organization("Modes", "modes", Map.of());
        post(organization, "modes.example");
        String path = "org-switcher/organizations/" + organization + "/domains/modes.example";
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator mode = console.mode("modes.example");
            assertThat(mode).hasValue("");
            console.chooseMode("modes.example", "REQUEST");
            assertThat(console.tab()).containsText("The settings are saved");
            assertThat(mode).hasValue("REQUEST");
            assertThat(realm().rest().get(path).json().path("joinMode").asText())
                    .isEqualTo("REQUEST");
            console.page().waitForResponse("**/domains/modes.example", () -> console.chooseMode("modes.example", ""));
            assertThat(mode).hasValue("");
            assertThat(realm().rest().get(path).json().has("joinMode")).isFalse();
        }
    }

    @Test
    void manyArePastedAtOnceAndWhatIsRefusedStays(Browsers browsers) {
        String organization = realm().organization("Pasted", "pasted", Map.of());
        post(organization, "there.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator field = console.domainField();
            field.evaluate(PASTE, "one.example\r\ntwo.example;there.example\r\ngmail.com\r\nodd..example\r\n");
            assertThat(field).hasValue("one.example two.example there.example gmail.com odd..example");
            console.button("Add").click();
            assertThat(console.row("one.example")).isVisible();
            assertThat(console.row("two.example")).isVisible();
            assertThat(console.tab()).containsText("Allowed domains added: 2. There already: 1.");
            assertThat(field).hasValue("gmail.com odd..example");
            assertThat(field).hasAttribute("aria-invalid", "true");
            assertThat(field)
                    .hasAccessibleDescription(Pattern.compile("“gmail.com” belongs to a public email.*“odd..example”"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@meant.example",
                "mailto:alice@meant.example",
                "@meant.example",
                "https://www.meant.example/about",
                "meant.example/about"
            })
    void whatStandsForADomainIsAskedBack(String typed, Browsers browsers) {
        String organization = realm().organization(typed, "meant-" + Math.abs(typed.hashCode()), Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            console.addDomain(typed);
            assertThat(console.domainField())
                    .hasAccessibleDescription(Pattern.compile("Did you mean meant.example\\?"));
            assertThat(console.domainField()).hasValue(typed);
            console.button("Yes, take that").click();
            assertThat(console.domainField()).hasValue("meant.example");
            assertThat(console.domainField()).isFocused();
            console.page().keyboard().press("Enter");
            assertThat(console.row("meant.example")).isVisible();
        }
    }

    @Test
    void pickedOnesAreRemovedTogether(Browsers browsers) {
        String organization = realm().organization("Picked", "picked", Map.of());
        List.of("a.example", "b.example", "c.example").forEach(domain -> post(organization, domain));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            assertThat(console.button("Remove selected (0)")).isDisabled();
            console.tab()
                    .getByLabel("a.example", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            console.tab()
                    .getByLabel("c.example", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));
            console.button("Remove selected (2)").click();
            console.confirm("Remove");
            assertThat(console.row("a.example")).hasCount(0);
            assertThat(console.row("c.example")).hasCount(0);
            assertThat(console.row("b.example")).isVisible();
            assertThat(console.tab()).containsText("Allowed domains removed: 2");
            console.tab().getByLabel("Select this page").check();
            assertThat(console.button("Remove selected (1)")).isEnabled();
        }
    }

    @Test
    void keycloaksOwnDomainOfTheOrganizationIsProposed(Browsers browsers) {
        String organization = realm().organization("Owning", "owning", Map.of());
        realm().ownDomain(organization, "owning.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("owning.example stands under Settings");
            console.button("Allow owning.example").click();
            assertThat(console.row("owning.example")).isVisible();
            assertThat(console.tab()).not().containsText("stands under Settings");
            assertThat(console.tab()
                            .getByRole(
                                    AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Automated provisioning")))
                    .isFocused();
            console.removeDomain("owning.example");
            assertThat(console.button("Allow owning.example")).isVisible();

            Locator email = console.tab().getByLabel("Email address");
            email.fill("new@owning.example");
            email.press("Enter");
            Locator preview = console.tab().getByTestId("org-switcher-preview");
            assertThat(preview).containsText("owning.example stands under Settings");
            preview.locator("button").click();
            assertThat(preview.frameLocator("iframe").locator("#org-switcher-join-owning"))
                    .isVisible();
            assertThat(console.tab()).not().containsText("stands under Settings");
            console.removeDomain("owning.example");
        }
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(viewer, organization, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("Nobody is offered Owning");
            assertThat(console.tab()).not().containsText("stands under Settings");
        }
    }

    @Test
    void keycloaksOwnDomainThatCannotBeAllowedSaysWhyInPlaceOfThePress(Browsers browsers) {
        String organization = realm().organization("Refused", "refused", Map.of());
        for (String domain : List.of("gmail.com", "mailinator.com", "co.uk", "bücher.example", "*.below.example")) {
            realm().ownDomain(organization, domain);
        }
        post(organization, "*.below.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator allow = console.tab()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Allow .")));
            assertThat(allow).hasCount(1);
            assertThat(console.tab()).containsText("“gmail.com” belongs to a public email provider");
            assertThat(console.tab())
                    .containsText("“mailinator.com” belongs to a provider of disposable email addresses");
            assertThat(console.tab()).containsText("“co.uk” is shared by many unrelated organizations");
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));
            allow.click();
            assertThat(console.row("xn--bcher-kva.example")).isVisible();
            assertThat(allow).hasCount(0);
            assertThat(console.tab()).containsText("“gmail.com” belongs to a public email provider");

            Locator email = console.tab().getByLabel("Email address");
            email.fill("new@gmail.com");
            email.press("Enter");
            Locator preview = console.tab().getByTestId("org-switcher-preview");
            assertThat(preview).containsText("“gmail.com” belongs to a public email provider");
            assertThat(preview.locator("button")).hasCount(0);
        }
    }

    @Test
    void ofThoseRemovedTogetherARefusedOneStaysWithItsReason(Browsers browsers) {
        String organization = realm().organization("Kept", "kept", Map.of());
        List.of("a.example", "b.example", "c.example").forEach(domain -> post(organization, domain));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            failOnce(console, "**/domains/b.example");
            console.tab().getByLabel("Select this page").check();
            console.button("Remove selected (3)").focus();
            console.page().keyboard().press("Enter");
            console.confirm("Remove");
            assertThat(console.tab()).containsText("Allowed domains removed: 2");
            assertThat(console.row(".example")).hasCount(1);
            assertRefused(console.row("b.example"), console.button("Remove b.example"));
            // What is not done stays selected, and the keyboard at its press.
            assertThat(console.button("Remove selected (1)")).isFocused();
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));

            console.removeDomain("b.example");
            assertThat(console.tab()).containsText("Nobody is offered Kept until you allow a domain");
            assertThat(console.tab().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    @Test
    void aRefusedJoinModeSaysSoAtItsControl(Browsers browsers) {
        String organization = realm().organization("Moody", "moody", Map.of());
        post(organization, "moody.example");
        post(organization, "other.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            failOnce(console, "**/domains/moody.example");
            Locator mode = console.mode("moody.example");
            console.chooseMode("moody.example", "REQUEST");
            Locator cell = console.row("moody.example").locator("td:has(select)");
            assertRefused(cell, mode);
            assertThat(mode).hasAttribute("aria-invalid", "true");
            assertThat(mode).hasValue("REQUEST");
            console.removeDomain("other.example");
            assertThat(console.row("other.example")).hasCount(0);
            assertRefused(cell, mode);

            console.chooseMode("moody.example", "AUTOMATIC");
            assertMended(cell, mode);
            assertThat(mode).not().hasAttribute("aria-invalid", "true");
            assertThat(mode).hasValue("AUTOMATIC");
            assertThat(console.button("Save Join mode: moody.example")).hasCount(0);
            assertThat(realm().rest()
                            .get("org-switcher/organizations/" + organization + "/domains/moody.example")
                            .json()
                            .path("joinMode")
                            .asText())
                    .isEqualTo("AUTOMATIC");
        }
    }

    @Test
    void aLookAtDnsThatFailsSaysSoAtItsPressUntilOneSucceeds(Browsers browsers) {
        String organization = realm().organization("Looked up", "looked-up", Map.of());
        post(organization, "looked.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            failOnce(console, "**/domains/looked.example/verification");
            Locator row = console.row("looked.example").first();
            Locator check = console.button("Check now");
            row.locator("summary").click();
            check.focus();
            console.page().keyboard().press("Enter");
            assertRefused(row.locator("details"), check);
            assertThat(check).isFocused();

            console.addDomain("further.example");
            assertThat(console.row("further.example")).isVisible();
            assertThat(row.locator("details")).hasAttribute("open", "");
            assertRefused(row.locator("details"), check);

            check.press("Enter");
            assertThat(row.locator("details").getByRole(AriaRole.STATUS)).containsText("DNS has no TXT record");
            assertMended(row.locator("details"), check);
            assertThat(check).isFocused();
        }
    }

    private static void failOnce(AdminConsole console, String url) {
        console.page().route(url, route -> {
            if ("GET".equals(route.request().method())) {
                route.resume();
            } else {
                route.fulfill(new FulfillOptions().setStatus(500));
                console.page().unroute(url);
            }
        });
    }

    private static void assertRefused(Locator place, Locator control) {
        assertThat(place.getByRole(AriaRole.ALERT)).containsText("That did not work");
        assertThat(control).hasAccessibleDescription(Pattern.compile("That did not work"));
    }

    private static void assertMended(Locator place, Locator control) {
        assertThat(place.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(control).hasAccessibleDescription("");
    }
}
