package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** States of the pages that come later than their first look: searched, and told of a denial. */
@RequiresChromium
class PageStatesIT extends ManagerSuite {

    private static final int MANY = 12;

    @BeforeAll
    void openTheirOwnPage() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
    }

    @Test
    void searchedSwitcherAndSearchedOwnPage(Browsers browsers) {
        Person many = person("many", "many@nobodys.example");
        Switcher.on(many.signIn(realm().app())).skip();
        for (int number = 1; number <= MANY; number++) {
            realm().member(organization("Member " + number, "member-" + number), many.id());
        }
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "many");
            lookAtSearch(page, "switcher", "#org-switcher-continue-member-7");
            page.locator("#org-switcher-continue-member-7").click();
            assertThat(page.getByText("Signed in")).isVisible();

            page.navigate(server().realmUri(realm().name()) + "/org-switcher/account");
            lookAtSearch(page, "account", "#org-switcher-memberships-member-7");
        }
    }

    @Test
    void searchedManagersPage(Browsers browsers) {
        String org = managed("sought");
        manager(org, "maud");
        for (int number = 0; number < MANY; number++) {
            EnrollmentRows.of(realm())
                    .add(org, "member-" + number, "REQUESTED", null, "d" + number + ".example", 1000 + number);
        }
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            page.navigate(server().realmUri(realm().name()) + "/org-switcher/manage/sought");
            page.locator("#username").fill("maud");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            page.locator("#org-switcher-view-requests").click();
            lookAtSearch(page, "manage", "#org-switcher-row-member-7", "d7");
        }
    }

    @Test
    void toldOfADenial(Browsers browsers) {
        String org = realm().organization(
                        "Denying",
                        "denying",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("denying.example"),
                                "org-switcher.join-mode", List.of("REQUEST")));
        Person denied = person("denied", "denied@denying.example");
        Switcher.on(denied.signIn(realm().app())).request("denying");
        realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + denied.id() + "/denial");
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "denied");
            assertThat(page.locator("#org-switcher-denied-denying")).containsText("declined your request to join");
            Browsers.assertAccessibleInEveryLook(page, "switcher-denied");
        }
    }

    /** One that finds a row, and one that finds none; both are taken back. */
    private static void lookAtSearch(Page page, String name, String row) {
        lookAtSearch(page, name, row, "member 7");
    }

    private static void lookAtSearch(Page page, String name, String row, String words) {
        search(page, words);
        assertThat(page.locator(row)).isVisible();
        assertThat(page.locator(row.replace("7", "8"))).hasCount(0);
        Browsers.assertAccessibleInEveryLook(page, name + "-search-hit");
        search(page, "nowhere");
        assertThat(page.locator(".org-switcher")).containsText("“nowhere”");
        assertThat(page.locator(row)).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^No.* “nowhere”\\. · "));
        // The title is read out when the page has come, and nothing is said twice.
        assertThat(page.locator(".org-switcher [role=status]")).hasCount(0);
        Browsers.assertAccessibleInEveryLook(page, name + "-search-none");
        page.locator("#org-switcher-search-clear").click();
        assertThat(page.locator(row)).isVisible();
        assertThat(page.locator("#org-switcher-search")).hasValue("");
    }

    private static void search(Page page, String words) {
        page.locator("#org-switcher-search").fill(words);
        page.keyboard().press("Enter");
    }

    private Page signIn(BrowserContext context, String username) {
        Page page = context.newPage();
        Map<String, String> parameters = new HashMap<>(ORGANIZATION);
        parameters.put("kc_idp_hint", TestRealm.SOCIAL);
        page.navigate(realm().app().authorizationUri(parameters).toString());
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page.locator("#org-switcher")).isVisible();
        return page;
    }
}
