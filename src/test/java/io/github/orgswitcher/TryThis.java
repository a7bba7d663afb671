package io.github.orgswitcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.Ports;
import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/** The demo's page "Try this", walked as it says: each step's bold word is what is pressed, or what is there to be read. */
final class TryThis {

    private static final String STEPS = """
            () => [...document.querySelectorAll("main ol li")].map((step) => ({
              says: step.textContent,
              word: step.querySelector("b")?.textContent ?? "",
              types: step.querySelector("kbd")?.textContent ?? "",
              person: step.querySelector("a[href*='by=email']") ? "" : step.querySelector("a[href^='/?as=']")?.href ?? "",
              press: step.dataset.press ?? "", fill: step.dataset.fill ?? "", see: step.dataset.see ?? "", mail: step.dataset.mail ?? "",
            }))
            """;

    private final Ports ports;
    private final BrowserContext context;
    private Page page;

    TryThis(Ports ports, BrowserContext context) {
        this.ports = ports;
        this.context = context;
        this.page = context.newPage();
    }

    /** Takes every step; those that need no browser, or a realm of another setting, have nothing that says where. */
    void walk() {
        page.navigate(ports.appUrl() + "/try.html");
        @SuppressWarnings("unchecked") // the function above
        List<Map<String, String>> steps = (List<Map<String, String>>) page.evaluate(STEPS);
        steps.forEach(this::take);
    }

    private void take(Map<String, String> step) {
        String says = step.get("says");
        if (!step.get("person").isEmpty()) {
            page.navigate(step.get("person"));
        } else if (!step.get("fill").isEmpty()) {
            page.locator(step.get("fill")).fill(step.get("types"));
        } else if (!step.get("mail").isEmpty()) {
            page = new DemoInbox(ports).link(context, step.get("mail"));
        } else if (!step.get("press").isEmpty()) {
            assertWord(page.locator(step.get("press")), step.get("word"), says).click();
        } else if (!step.get("see").isEmpty()) {
            assertWord(page.locator(step.get("see")), step.get("word"), says);
        }
    }

    /** A box that is ticked has its words beside it. */
    private Locator assertWord(Locator place, String word, String says) {
        Locator words = place.first().and(page.locator("input")).count() > 0
                ? page.locator("label[for='" + place.first().getAttribute("id") + "']")
                : place;
        try {
            assertThat(words.filter(new Locator.FilterOptions().setHasText(word))
                            .first())
                    .isVisible();
        } catch (AssertionFailedError e) {
            throw new AssertionError("\"" + says.strip() + "\" is not so at " + page.url(), e);
        }
        return place.first();
    }
}
