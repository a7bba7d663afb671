package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.github.orgswitcher.testing.Browsers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs write, in the Admin Console: sheets with their separators, and addresses copied from mails. */
class ConsoleSheetsIT extends ConsoleSuite {

    private static final String DOMAINS = "input[type=file][aria-label='Import a file']";

    @Test
    void sheetsAreReadWithTheirSeparatorsAndHeaders(Browsers browsers) throws IOException {
        String organization = realm().organization("Sheets", "sheets", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            choose(console, DOMAINS, utf8("\uFEFFDomain;JoinMode;DefaultGroups\r\nsemi.example;REQUEST;\r\n"));
            assertThat(console.tab()).containsText("Added: 1. There already: 0. Refused: 0.");
            assertThat(console.mode("semi.example")).hasValue("REQUEST");
            choose(console, DOMAINS, utf16("domain\tjoinMode\r\ntabs.example\tAUTOMATIC\r\nshort.example\r\n"));
            assertThat(console.tab()).containsText("Added: 2. There already: 0. Refused: 0.");
            assertThat(console.mode("tabs.example")).hasValue("AUTOMATIC");
            assertThat(console.mode("short.example")).hasValue("");
            choose(console, DOMAINS, utf8(" \"Domain\" , JoinMode \n blank.example , SUGGEST \n"));
            assertThat(console.mode("blank.example")).hasValue("SUGGEST");

            choose(
                    console,
                    DOMAINS,
                    utf8("domain,joinMode,defaultGroups\nodd..example,REQUEST,\nlong.example,REQUEST,,further\n"));
            assertThat(console.tab()).containsText("Added: 0. There already: 0. Refused: 2.");
            assertThat(result(console))
                    .hasSize(3)
                    .startsWith("row,organization,domain,status,message")
                    .anyMatch(line -> line.startsWith("1," + organization + ",odd..example,REFUSED,"))
                    .anyMatch(line -> line.startsWith("2," + organization + ",long.example,REFUSED,"));

            Locator answer = console.tab().getByRole(AriaRole.ALERT);
            for (String header : List.of("domain,note\nnoted.example,x\n", "first.example,REQUEST\n")) {
                choose(console, DOMAINS, utf8(header));
                assertThat(answer)
                        .hasText(Pattern.compile(
                                "The first line must name the column domain, and may name joinMode and defaultGroups"));
            }
            choose(console, DOMAINS, utf8("\r\n"));
            assertThat(answer).containsText("This file has no rows.");
            assertThat(console.row(".example")).hasCount(4);
        }
    }

    @Test
    void sheetsOfTheRealmsPageAreReadSoToo(Browsers browsers) throws IOException {
        String organization = realm().organization("Realm sheets", "realm-sheets", Map.of());
        post(organization, "sheets.example");
        String ann = realm().user("ann-of-sheets", "ann@sheets.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signInToRealm(realm().administrator("realm-admin"));
            choose(console, DOMAINS, utf16("organization;domain\r\nrealm-sheets;other-sheets.example\r\n"));
            assertThat(console.tab()).containsText("Added: 1. There already: 0. Refused: 0.");
            choose(console, DOMAINS, utf8(""));
            assertThat(console.tab().getByRole(AriaRole.ALERT)).containsText("This file has no rows.");

            Locator part = console.tab().getByTestId("org-switcher-people-import");
            Locator told = part.getByRole(AriaRole.STATUS).first();
            String people = "[data-testid=org-switcher-people-import] input[type=file]";
            for (byte[] file : List.of(
                    utf8("\uFEFFOrganization;Email;FirstName\r\nrealm-sheets;new@partner.example\r\n"),
                    utf16("organization\temail\r\nrealm-sheets\tann@sheets.example\r\n"))) {
                choose(console, people, file);
                console.button("Check now").click();
                assertThat(told).containsText("Refused: 0.");
                assertThat(console.button("Import people")).isEnabled();
            }
            console.button("Import people").click();
            assertThat(told).containsText("New members: 1. Invited: 0. Unchanged: 0. Refused: 0.");
            assertThat(realm().isMember(organization, ann)).isTrue();

            choose(console, people, utf8("\r\n"));
            console.button("Check now").click();
            assertThat(part.getByLabel("File (CSV)"))
                    .hasAccessibleDescription(Pattern.compile("This file has no rows"));
            assertThat(console.button("Import people")).isDisabled();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x@copied.example>",
                "\"Bob\" <bob@copied.example>",
                "Bob J. Jones <bob@copied.example>",
                "\"Jones, Bob\" <bob@copied.example>;",
            })
    void anAddressAsMailProgramsCopyItStandsForItsDomain(String copied, Browsers browsers) {
        String organization = realm().organization("Copied " + copied.length(), "copied-" + copied.length(), Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            console.addDomain(copied);
            assertThat(console.domainField())
                    .hasAccessibleDescription(Pattern.compile("Did you mean copied.example\\?"));
            console.button("Yes, take that").click();
            assertThat(console.domainField()).hasValue("copied.example");
        }
    }

    @Test
    void ofManyThatAreMeantOtherwiseItSaysHowManyAreNotNamed(Browsers browsers) {
        String organization = realm().organization("Sixteen", "sixteen", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            console.addDomain(IntStream.range(10, 26)
                    .mapToObj(i -> "x@d" + i + ".example")
                    .collect(Collectors.joining(" ")));
            assertThat(console.domainField())
                    .hasAccessibleDescription(Pattern.compile("Did you mean d10.example, .*d19.example and 6 more\\?"));
            assertThat(console.tab()).not().containsText("Allowed domains added");
        }
    }

    @Test
    void ofManyThoseThatAreDomainsAreAddedAndTheOthersAskedFor(Browsers browsers) {
        String organization = realm().organization("Mixed", "mixed", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            console.addDomain("right.example x@mixed.example gmail.com");
            assertThat(console.row("right.example")).isVisible();
            assertThat(console.tab()).containsText("Allowed domains added: 1. There already: 0.");
            assertThat(console.domainField()).hasValue("x@mixed.example gmail.com");
            assertThat(console.domainField())
                    .hasAccessibleDescription(Pattern.compile("“gmail.com” belongs.*Did you mean mixed.example\\?"));
            console.button("Yes, take that").click();
            assertThat(console.domainField()).hasValue("mixed.example gmail.com");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] utf16(String text) {
        return ("\uFEFF" + text).getBytes(UTF_16LE);
    }

    private static void choose(AdminConsole console, String input, byte[] file) {
        console.tab().locator(input).setInputFiles(new FilePayload("sheet.csv", "text/csv", file));
    }

    private static List<String> result(AdminConsole console) throws IOException {
        Download download = console.page()
                .waitForDownload(() -> console.button("Download the result").click());
        return Files.readAllLines(download.path());
    }
}
