package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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
            Locator mode = console.row("modes.example").locator("select");
            assertThat(mode).hasValue("");
            mode.selectOption("REQUEST");
            assertThat(console.tab()).containsText("The settings are saved");
            assertThat(mode).hasValue("REQUEST");
            assertThat(realm().rest().get(path).json().path("joinMode").asText())
                    .isEqualTo("REQUEST");
            console.page().waitForResponse("**/domains/modes.example", () -> mode.selectOption(""));
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
    void filesAreImportedLotByLotAndExported(Browsers browsers) throws IOException {
        String organization = realm().organization("Filed", "filed", Map.of());
        String file = "domain\r\n"
                + IntStream.range(0, 1_500)
                        .mapToObj(i -> "d" + i + ".filed.example")
                        .collect(Collectors.joining("\r\n"))
                + "\r\ngmail.com\r\n";
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            choose(console, file);
            assertThat(console.tab()).containsText("Added: 1500. There already: 0. Refused: 1.");
            assertThat(console.row("d0.filed.example")).isVisible();
            assertThat(lines(console, "Download the result"))
                    .hasSize(1 + 1_501)
                    .contains("1," + organization + ",d0.filed.example,ADDED,")
                    .anyMatch(line -> line.startsWith("1501," + organization + ",gmail.com,REFUSED,"));
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));

            List<String> exported = lines(console, "Export all");
            assertThat(exported)
                    .hasSize(1 + 1_500)
                    .startsWith("domain,joinMode,defaultGroups")
                    .contains("d1499.filed.example,,");
            choose(console, "domain\n=1+1\nx;@SUM(A1)\n");
            assertThat(console.tab()).containsText("Refused: 2.");
            assertThat(lines(console, "Download the result"))
                    .as("nothing that a program for tables would carry out")
                    .anyMatch(line -> line.contains(",\"'=1+1\","))
                    .anyMatch(line -> line.contains(",\"x;'@SUM(A1)\","));

            choose(console, String.join("\n", exported));
            assertThat(console.tab()).containsText("Added: 0. There already: 1500. Refused: 0.");

            choose(console, "organization,domain\nacme,rival.example\n");
            assertThat(console.tab()).containsText("This file names organizations.");
        }
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(manager);
            assertThat(console.row("d0.filed.example")).isVisible();
            choose(console, "organization,domain\nacme,acme.example\nfiled,d0.filed.example\nnobody,x.example\n");
            assertThat(console.tab()).containsText("Added: 1. There already: 1. Refused: 1.");
            assertThat(lines(console, "Export all")).contains("acme,acme.example,,", "filed,d0.filed.example,,");
        }
    }

    private static void choose(AdminConsole console, String text) {
        console.tab()
                .locator("input[type=file][aria-label='Import a file']")
                .setInputFiles(new FilePayload("domains.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(AdminConsole console, String button) throws IOException {
        Download download =
                console.page().waitForDownload(() -> console.button(button).click());
        return Files.readAllLines(download.path());
    }
}
