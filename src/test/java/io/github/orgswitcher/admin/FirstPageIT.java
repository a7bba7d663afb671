package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.RequiresCommands;
import io.github.orgswitcher.testing.Shell;
import io.github.orgswitcher.testing.StockKeycloak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new administrator reads leads from a Keycloak as it is downloaded to the first page, word for word. */
@RequiresChromium
@RequiresCommands("bash")
class FirstPageIT {

    private static final int MOST_ACTIONS = 8;
    private static final String KEYCLOAK = "http://localhost:8080";
    private static final Pattern WAY = Pattern.compile("\\[From the jar to the first page]\\(([^)]+)\\)");
    private static final Pattern STEP = Pattern.compile("(?ms)^\\d+\\. (.*?)(?=^\\d+\\. |^\\*\\*|^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ {3}```\\n(.*?)^ {3}```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(\\S.*)$");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {3}(http://localhost:8080/\\S+)$");
    private static final Pattern PRINTED = Pattern.compile("prints\\s+`([^`]+)`");
    private static final Pattern SAID = Pattern.compile("page says \\*\\*([^*]+)\\*\\*");
    private static final Pattern PASSWORD = Pattern.compile("the password `([^`]+)`");
    private static final Pattern PRESSED = Pattern.compile("(?m)^\\*\\*Press \\*([^*]+)\\*");

    private static final Pattern ON = Pattern.compile("now has \\*([^*]+)\\* and \\*([^*]+)\\*, both on");
    private static final Pattern LISTED =
            Pattern.compile("lists\\s+(\\w+), with the tab \\*([^*]+)\\*, which has ([\\w.]+)\\.");
    private static final Pattern MEMBERS = Pattern.compile("\\*([^*]+)\\* in the Admin Console says so");
    private static final Pattern CURRENT = Pattern.compile("has Acme as \\*([^*]+)\\*");
    private static final String REALM = "my-realm";
    private static final String ADMIN = "admin";

    @Test
    void theReadmesWordsLeadFromTheJarToTheSwitcher(Browsers browsers, @TempDir Path directory) throws IOException {
        String guide = guide();
        List<String> steps = all(STEP, guide).toList();
        assertThat(steps).hasSizeLessThanOrEqualTo(MOST_ACTIONS).allSatisfy(FirstPageIT::isOneAction);
        try (StockKeycloak keycloak = StockKeycloak.in(directory)) {
            type(keycloak, steps.get(0));
            keycloak.start(commands(keycloak, steps.get(1)));
            assertThat(keycloak.log()).contains(promised(keycloak, steps.get(1)));
            for (String step : steps.subList(2, steps.size() - 2)) {
                Shell.Result typed = type(keycloak, step);
                assertThat(promised(keycloak, step)).isNotEmpty();
                assertThat(typed.out() + typed.errors()).contains(promised(keycloak, step));
            }
            try (BrowserContext context = browsers.open(look -> {});
                    BrowserContext administrators = browsers.open(look -> look.setViewportSize(1280, 900))) {
                Page console = administrators.newPage();
                lookAtWhatIsSetUp(console, keycloak, guide);
                Page page = context.newPage();
                signIn(page, keycloak, steps.get(steps.size() - 2), steps.get(steps.size() - 1));
                page.locator("#org-switcher button", new Page.LocatorOptions().setHasText(first(PRESSED, guide)))
                        .click();
                Locator current = page.locator("#org-switcher-memberships-acme");
                assertThat(current).containsText(first(CURRENT, guide));
                lookAtMembers(console, guide);
            }
        }
    }

    /** A command, which may go on in lines that are set back; an address to go to; or a form to fill in. */
    private static void isOneAction(String step) {
        long commands = all(BLOCK, step)
                .flatMap(block -> all(COMMAND, block.indent(-3)))
                .count();
        long forms = all(PASSWORD, step).count();
        assertThat(commands + all(ADDRESS, step).count() + forms).as(step).isOne();
    }

    private static Shell.Result type(StockKeycloak keycloak, String step) {
        Shell.Result typed = keycloak.type(commands(keycloak, step));
        assertThat(typed.exit()).as(step + typed).isZero();
        assertThat(typed.toString()).doesNotContain("\"ORGANIZATION\"", "\"CONSOLE_TAB\"");
        return typed;
    }

    private static List<String> promised(StockKeycloak keycloak, String step) {
        return all(PRINTED, step).map(text -> here(keycloak, text)).toList();
    }

    private static void signIn(Page page, StockKeycloak keycloak, String opening, String signingIn) {
        page.navigate(here(keycloak, first(ADDRESS, opening)));
        assertThat(page.locator("#kc-page-title")).hasText(first(SAID, opening));
        page.locator("#password").fill(first(PASSWORD, signingIn));
        page.locator("#kc-login").click();
        assertThat(page.locator("#kc-page-title")).hasText(first(SAID, signingIn));
    }

    /** What the guide says that the Admin Console has after the step that sets all up. */
    private static void lookAtWhatIsSetUp(Page console, StockKeycloak keycloak, String guide) {
        console.navigate(keycloak.baseUri() + "/admin/master/console/#/" + REALM + "/authentication/required-actions");
        console.locator("#username").fill(ADMIN);
        console.locator("#password").fill(ADMIN);
        console.locator("#kc-login").click();
        for (String action : List.of(part(ON, guide, 1), part(ON, guide, 2))) {
            Locator row = console.locator("tr", new Page.LocatorOptions().setHasText(action));
            assertThat(row.locator("input[type=checkbox]").first()).isChecked();
        }
        console.getByTestId("nav-item-organizations").click();
        console.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(part(LISTED, guide, 1))
                                .setExact(true))
                .click();
        tab(console, part(LISTED, guide, 2)).click();
        assertThat(console.locator("org-switcher-tab tbody tr")).containsText(part(LISTED, guide, 3));
    }

    /** Who has joined is where the guide says. */
    private static void lookAtMembers(Page console, String guide) {
        String[] way = first(MEMBERS, guide).split(" > ");
        console.getByTestId("nav-item-" + way[0].toLowerCase(Locale.ROOT)).click();
        console.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(way[1]).setExact(true))
                .click();
        tab(console, way[2]).click();
        assertThat(console.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("alice")))
                .isVisible();
    }

    private static Locator tab(Page console, String name) {
        return console.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String part(Pattern pattern, String text, int group) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(group);
    }

    private static String guide() {
        return Guide.document(first(WAY, Guide.document("README.md").text())).text();
    }

    private static String commands(StockKeycloak keycloak, String step) {
        return here(keycloak, first(BLOCK, step).indent(-3));
    }

    private static String here(StockKeycloak keycloak, String text) {
        return text.replace(KEYCLOAK, keycloak.baseUri().toString());
    }

    private static String first(Pattern pattern, String text) {
        return all(pattern, text).findFirst().orElseThrow(() -> new AssertionError(pattern + " in " + text));
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
