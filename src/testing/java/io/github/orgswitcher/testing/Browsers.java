package io.github.orgswitcher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Real browser windows in an installed Chromium. Ask for it as a parameter of a {@link RequiresChromium} test. */
public final class Browsers implements AutoCloseable {

    /** On a busy machine Playwright's own five seconds are few. */
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser chromium;

    private Browsers(Playwright playwright, Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browsers launch(Path executable) {
        Path temporary = FixtureSettings.directory().resolve("playwright");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("playwright.driver.tmpdir", temporary.toString());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(new CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "TMPDIR", temporary.toString())));
        Browser chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--disable-gpu", "--disable-quic")));
        return new Browsers(playwright, chromium);
    }

    /**
     * A browser with no cookies; the caller closes it. What it looks like is Playwright's own options: scripts, colour
     * scheme, size. At {@link OidcClient#REDIRECT_URI} it finds a page with the heading "Signed in".
     */
    public BrowserContext open(Consumer<NewContextOptions> look) {
        NewContextOptions options = new NewContextOptions();
        look.accept(options);
        return chromium.newContext(options);
    }

    /** Saves the whole page as {@code target/screenshots/<name>.png}. */
    public static void screenshot(Page page, String name) {
        Path file = FixtureSettings.screenshots().resolve(name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Runs axe-core in the page and asserts that it finds no violation. */
    public static void assertAccessible(Page page) {
        assertAccessible(page, new AxeBuilder(page));
    }

    /** The same for parts of a page whose rest is somebody else's. */
    public static void assertAccessible(Page page, List<String> cssSelectors) {
        assertAccessible(page, new AxeBuilder(page).include(cssSelectors));
        // Who speaks to a computer says what they see. Axe has the rule and leaves it off.
        assertAccessible(
                page, new AxeBuilder(page).include(cssSelectors).withRules(List.of("label-content-name-mismatch")));
    }

    /** The same in every look: light and dark, and on a small screen, where there is nothing to scroll sideways. */
    public static void assertAccessibleInEveryLook(Page page, String name) {
        ViewportSize size = page.viewportSize();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            assertAccessible(page);
        }
        page.setViewportSize(320, 800);
        screenshot(page, name);
        assertAccessible(page);
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing to scroll sideways")
                .isTrue();
        page.setViewportSize(size.width, size.height);
    }

    private static void assertAccessible(Page page, AxeBuilder axe) {
        // No script runs there, axe's neither, and it would wait for it without end.
        List<String> violations = axe.exclude("iframe[sandbox]").analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
        assertThat(violations).as("axe-core on %s", page.url()).isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
