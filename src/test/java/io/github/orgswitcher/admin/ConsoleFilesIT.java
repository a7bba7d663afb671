package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.github.orgswitcher.testing.Browsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of allowed domains in the Admin Console: imported lot by lot, stopped, refused, and exported. */
class ConsoleFilesIT extends ConsoleSuite {

    private static final String LOTS = "**/org-switcher/domains";
    private static final int ROWS = 2_500;

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

    @Test
    void aLargeOneShowsHowFarItIsAndIsStopped(Browsers browsers) throws IOException {
        String organization = realm().organization("Stopped", "stopped", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            List<Route> held = fromTheSecondLotOn(console, route -> {});
            console.button("Import a file").focus();
            choose(console, fileWithPolicies("stopped.example"));
            Locator progress = console.tab().getByRole(AriaRole.PROGRESSBAR);
            assertThat(progress).hasAccessibleName("Import a file");
            assertThat(progress).hasAttribute("value", "1000");
            assertThat(progress).hasAttribute("max", String.valueOf(ROWS));
            assertThat(console.tab()).containsText(Pattern.compile("1.?000 of 2.?500"));
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));

            console.button("Stop").focus();
            console.page().keyboard().press("Enter");
            held.forEach(Route::resume);
            assertThat(console.tab()).containsText("Added: 2000. There already: 0. Refused: 0.");
            assertThat(console.tab()).containsText("Rows that were not sent: 500.");
            assertThat(progress).hasCount(0);
            assertThat(console.button("Import a file")).isFocused();
            assertThat(console.row("d0.stopped.example")).isVisible();
            assertThat(lines(console, "Download the result"))
                    .hasSize(1 + ROWS)
                    .startsWith("row,organization,domain,status,message")
                    .contains("2000," + organization + ",d1999.stopped.example,ADDED,")
                    .contains("2001," + organization + ",d2000.stopped.example,NOT_SENT,")
                    .endsWith("2500," + organization + ",d2499.stopped.example,NOT_SENT,");
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "500, '', That did not work",
        "409, '{\"errorMessage\": \"Others were in the way.\"}', Others were in the way."
    })
    void aLotThatFailsEndsItInWordsAndKeepsWhatWasAdded(int status, String body, String words, Browsers browsers)
            throws IOException {
        String domain = "failed-" + status + ".example";
        String organization = realm().organization(domain, "failed-" + status, Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            fromTheSecondLotOn(
                    console,
                    route -> route.fulfill(new FulfillOptions()
                            .setStatus(status)
                            .setContentType("application/json")
                            .setBody(body)));
            choose(console, fileWithPolicies(domain));
            Locator answer = console.tab().getByRole(AriaRole.ALERT);
            assertThat(answer).containsText("Warning: Added: 1000. There already: 0. Refused: 0.");
            assertThat(answer).containsText(words);
            assertThat(answer).containsText("Rows that were not sent: 1500.");
            assertThat(console.row("d0." + domain)).isVisible();
            assertThat(lines(console, "Download the result"))
                    .contains("1000," + organization + ",d999." + domain + ",ADDED,")
                    .contains("1001," + organization + ",d1000." + domain + ",NOT_SENT,")
                    .hasSize(1 + ROWS);

            console.page().unroute(LOTS);
            choose(console, fileWithPolicies(domain));
            assertThat(answer).containsText("Added: 1500. There already: 1000. Refused: 0.");
        }
    }

    /** Lets the first lot through; the others are kept, and told of. */
    private static List<Route> fromTheSecondLotOn(AdminConsole console, Consumer<Route> told) {
        List<Route> lots = new ArrayList<>();
        List<Route> held = new ArrayList<>();
        console.page().route(LOTS, route -> {
            lots.add(route);
            if (lots.size() == 1) {
                route.resume();
            } else {
                held.add(route);
                told.accept(route);
            }
        });
        return held;
    }

    private static String fileWithPolicies(String domain) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> "REQUEST,d" + i + "." + domain)
                .collect(Collectors.joining("\n", "joinMode,domain\n", "\n"));
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
