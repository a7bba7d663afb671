package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.RequiresCommands;
import io.github.orgswitcher.testing.Shell;
import io.github.orgswitcher.testing.StockKeycloak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new administrator reads leads from a Keycloak as it is downloaded to the first page, word for word. */
@RequiresChromium
@RequiresCommands("bash")
class FirstPageIT {

    private static final int MOST_STEPS = 8;
    private static final String KEYCLOAK = "http://localhost:8080";
    private static final Pattern WAY = Pattern.compile("\\[From the jar to the first page]\\(([^)]+)\\)");
    private static final Pattern STEP = Pattern.compile("(?ms)^\\d+\\. (.*?)(?=^\\d+\\. |^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ {3}```\\n(.*?)^ {3}```$");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^ {3}(http://localhost:8080/\\S+)$");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern NAMED = Pattern.compile("\\*\\*Press \\*([^*]+)\\*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void theReadmesWordsLeadFromTheJarToTheSwitcher(Browsers browsers, @TempDir Path directory) throws IOException {
        List<String> steps = steps();
        assertThat(steps).hasSizeLessThanOrEqualTo(MOST_STEPS);
        try (StockKeycloak keycloak = StockKeycloak.in(directory)) {
            keycloak.start(commands(keycloak, steps.get(0)));
            assertThat(keycloak.log()).contains("KC-SERVICES0047");
            for (String step : steps.subList(1, steps.size() - 2)) {
                Shell.Result typed = keycloak.type(commands(keycloak, step));
                assertThat(typed.exit()).as(step + typed).isZero();
                assertThat(typed.toString()).doesNotContain("\"ORGANIZATION\"", "\"CONSOLE_TAB\"");
            }
            try (BrowserContext context = browsers.open(look -> {})) {
                open(context.newPage(), keycloak, steps.get(steps.size() - 2), steps.get(steps.size() - 1));
            }
        }
    }

    /** Signs in with the name and the password that the step has, looks for what it promises, and presses what the last one says. */
    private static void open(Page page, StockKeycloak keycloak, String opening, String pressing) {
        page.navigate(here(keycloak, first(ADDRESS, opening)));
        List<String> typed = all(CODE, opening).limit(2).toList();
        page.locator("#username").fill(typed.get(0));
        page.locator("#kc-login").click();
        page.locator("#password").fill(typed.get(1));
        page.locator("#kc-login").click();
        // The first bold words are the step's own.
        String promised = all(BOLD, opening).skip(1).findFirst().orElseThrow();
        assertThat(page.locator("#kc-page-title")).hasText(promised);
        page.locator("#org-switcher button", new Page.LocatorOptions().setHasText(first(NAMED, pressing)))
                .click();
        assertThat(page.locator("#org-switcher-memberships-acme")).isVisible();
    }

    private static List<String> steps() {
        String guide = first(WAY, Guide.document("README.md").text());
        return all(STEP, Guide.document(guide).text()).toList();
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
