package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Allowed domains in the Admin Console without a mouse, and without a network. */
class ConsoleKeyboardIT extends ConsoleSuite {

    private static final String NO_ANSWER = "The server does not answer";

    @Test
    void arrowKeysGoThroughJoinModesAndAPressSaves(Browsers browsers) {
        String organization = realm().organization("Arrows", "arrows", Map.of());
        List.of("arrows.example", "other.example").forEach(domain -> post(organization, domain));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            List<String> sent = requests(console, "PUT");
            Locator mode = console.mode("arrows.example");
            mode.focus();
            List.of("DISABLED", "SUGGEST", "REQUEST", "AUTOMATIC").forEach(next -> {
                console.page().keyboard().press("ArrowDown");
                assertThat(mode).hasValue(next);
                assertThat(mode).isFocused();
            });
            assertThat(console.row("arrows.example")).containsText("You have unsaved changes");
            assertThat(sent).isEmpty();
            assertThat(joinMode(organization)).isEmpty();
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));

            console.removeDomain("other.example");
            assertThat(console.row("other.example")).hasCount(0);
            assertThat(mode).hasValue("AUTOMATIC");
            mode.focus();
            console.page().keyboard().press("Tab");
            assertThat(console.button("Save Join mode: arrows.example")).isFocused();
            console.page().keyboard().press("Enter");
            assertThat(console.tab()).containsText("The settings are saved");
            assertThat(console.row("arrows.example")).not().containsText("You have unsaved changes");
            assertThat(mode).hasValue("AUTOMATIC");
            assertThat(mode).isFocused();
            assertThat(joinMode(organization)).isEqualTo("AUTOMATIC");
            assertThat(sent).hasSize(1);

            console.page().keyboard().press("ArrowUp");
            console.page().keyboard().press("Tab");
            console.page().keyboard().press("Tab");
            assertThat(console.button("Revert Join mode: arrows.example")).isFocused();
            console.page().keyboard().press("Enter");
            assertThat(mode).hasValue("AUTOMATIC");
            assertThat(mode).isFocused();
            assertThat(console.button("Save Join mode: arrows.example")).hasCount(0);
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void whereARowHasGoneTheKeyboardStaysAtTheNextAndThenAtTheList(Browsers browsers) {
        String organization = realm().organization("Rows", "rows", Map.of());
        List.of("a.example", "b.example", "c.example").forEach(domain -> post(organization, domain));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            removeByKeyboard(console, "b.example");
            assertThat(box(console, "c.example")).isFocused();
            removeByKeyboard(console, "c.example");
            assertThat(box(console, "a.example")).isFocused();
            removeByKeyboard(console, "a.example");
            assertThat(domains(console)).isFocused();
        }
    }

    @Test
    void tryAgainKeepsTheKeyboardAtTheList(Browsers browsers) {
        String organization = realm().organization("Again", "again", Map.of());
        post(organization, "again.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            assertThat(console.row("again.example")).isVisible();
            String lists = "**/organizations/" + organization + "/domains?*";
            console.page().route(lists, route -> route.abort("internetdisconnected"));
            Locator search = console.search("Search domains");
            assertThat(search).hasAttribute("maxlength", "255");
            search.fill("again");
            search.press("Enter");
            assertThat(domains(console).getByRole(AriaRole.ALERT)).containsText(NO_ANSWER);
            assertThat(console.tab().locator(".org-switcher-range").first()).isEmpty();
            Locator again = console.button("Try again");
            again.focus();
            again.evaluate("button => button.setAttribute('data-pressed', '')");
            console.page().keyboard().press("Enter");
            // Another one, of the answer that is missing again.
            assertThat(again).not().hasAttribute("data-pressed", "");
            assertThat(again).isFocused();
            console.page().unroute(lists);
            console.page().keyboard().press("Enter");
            assertThat(console.row("again.example")).isVisible();
            assertThat(domains(console)).isFocused();
        }
    }

    @Test
    void whatIsSelectedOnSeveralPagesIsRemovedUntilTheNetworkIsLost(Browsers browsers) {
        String organization = realm().organization("Lost", "lost", Map.of());
        IntStream.range(0, 12).forEach(i -> post(organization, "d%02d.lost.example".formatted(i)));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            assertThat(console.row(".lost.example")).hasCount(10);
            console.tab().getByLabel("Select this page").check();
            console.button("Next page").first().click();
            assertThat(console.row(".lost.example")).hasCount(2);
            assertThat(console.tab().getByLabel("Select this page")).not().isChecked();
            assertThat(console.button("Remove selected (10)")).isEnabled();
            box(console, "d11.lost.example").check();
            console.button("Previous page").first().click();
            assertThat(console.tab().getByLabel("Select this page")).isChecked();

            List<String> sent = requests(console, "DELETE");
            console.page().route("**/domains/d02.lost.example", route -> route.abort("internetdisconnected"));
            console.button("Remove selected (11)").click();
            assertThat(console.page().getByRole(AriaRole.DIALOG)).containsText("d09.lost.example");
            assertThat(console.page().getByRole(AriaRole.DIALOG)).containsText("and 1 more");
            console.confirm("Remove");
            assertThat(console.tab()).containsText("Allowed domains removed: 2");
            assertThat(console.tab().getByRole(AriaRole.ALERT)).hasCount(1);
            assertThat(console.row("d02.lost.example").getByRole(AriaRole.ALERT))
                    .containsText(NO_ANSWER);
            assertThat(sent).hasSize(3);
            assertThat(console.button("Remove selected (9)")).isEnabled();

            console.page().unroute("**/domains/d02.lost.example");
            console.button("Remove selected (9)").click();
            console.confirm("Remove");
            assertThat(console.row(".lost.example")).hasCount(1);
            assertThat(console.row("d10.lost.example")).isVisible();
            assertThat(console.button("Remove selected (0)")).isDisabled();
            assertThat(console.tab().getByRole(AriaRole.ALERT)).hasCount(0);
        }
    }

    private static void removeByKeyboard(AdminConsole console, String domain) {
        console.button("Remove " + domain).focus();
        console.page().keyboard().press("Enter");
        assertThat(console.page().getByRole(AriaRole.DIALOG)).isVisible();
        console.page().keyboard().press("Enter");
        assertThat(console.row(domain)).hasCount(0);
    }

    /** What the list's rows are drawn in. */
    private static Locator domains(AdminConsole console) {
        return console.tab()
                .getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions()
                                .setName("Allowed domains")
                                .setExact(true));
    }

    private static Locator box(AdminConsole console, String domain) {
        return console.tab().getByLabel(domain, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Those of a method that are sent from now on. */
    private static List<String> requests(AdminConsole console, String method) {
        List<String> sent = new CopyOnWriteArrayList<>();
        console.page().onRequest(request -> {
            if (request.method().equals(method) && request.url().contains("/domains")) {
                sent.add(request.url());
            }
        });
        return sent;
    }

    private String joinMode(String organization) {
        return realm().rest()
                .get("org-switcher/organizations/" + organization + "/domains/arrows.example")
                .json()
                .path("joinMode")
                .asText();
    }
}
