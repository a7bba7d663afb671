package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a row tells of an organization, so that people know whom they trust. */
@RequiresChromium
class PageRowsIT extends SwitcherSuite {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    private static final String CUT_ROWS =
            "[...document.querySelectorAll('.org-switcher-row')].filter(row => row.scrollHeight > row.clientHeight).length";

    @Test
    void rowsTellWhomOneTrusts() {
        String zeta = organization("Zeta", "zeta", "details.example");
        Person maker = person("maker", "maker@details.example");
        Switcher.on(maker.signIn(realm().app()))
                .page()
                .submit("#org-switcher-create", Map.of("name", "Alpha", "allowColleagues", "on"));
        realm().member(zeta, realm().user("colleague", "colleague@details.example"));

        Switcher reader = Switcher.on(person("reader", "reader@details.example").signIn(realm().app()));
        assertThat(reader.offers()).as("administrators' before people's").containsExactly("zeta", "alpha");
        assertThat(row(reader, "zeta")).contains("Members: 1").doesNotContain("Made by");
        assertThat(row(reader, "alpha"))
                .contains("Members: 1", "Made by a colleague (maker Example)")
                .doesNotContain("@");

        Person unproven = person("unproven", "unproven@details.example", false);
        assertThat(unproven.signIn(realm().app()).text()).doesNotContain("Alpha", "Zeta", "Members:", "maker");

        realm().resource().users().get(maker.id()).remove();
        Switcher later = Switcher.on(person("later", "later@details.example").signIn(realm().app()));
        assertThat(later.offers()).as("still what a person made").containsExactly("zeta", "alpha");
        assertThat(row(later, "alpha")).contains("Made by a colleague").doesNotContain("maker");

        realm().enableRequiredAction("org-switcher", Map.of("showDetails", "false"));
        Switcher silent = Switcher.on(person("silent", "silent@details.example").signIn(realm().app()));
        realm().rest().delete("authentication/required-actions/org-switcher/config");
        assertThat(silent.offers()).containsExactly("zeta", "alpha");
        assertThat(silent.page().text()).doesNotContain("Members:", "Made by");
    }

    private static String row(Switcher switcher, String alias) {
        return switcher.page()
                .element("li:has(#org-switcher-join-" + alias + ")")
                .text();
    }

    @Test
    void logoThatCannotBeLoadedLeavesTheInitials(Browsers browsers) {
        logo("pictured", "data:image/png;base64," + PIXEL);
        logo("broken", "https://127.0.0.1:1/logo.png");
        logo("drawn", "data:image/svg+xml;base64,PHN2Zy8+");
        logo("plain", "http://127.0.0.1:1/logo.png");
        realm().socialUser("logos", "logos@logos.example", true);
        try (BrowserContext context = browsers.open(options -> {})) {
            // The realm names no other server that may learn of the login.
            assertThat(signIn(context, "logos").locator(".org-switcher-logo")).hasCount(1);
        }
        Map<String, String> headers = realm().resource().toRepresentation().getBrowserSecurityHeaders();
        Map<String, String> more = new HashMap<>(headers);
        more.merge("contentSecurityPolicy", "img-src 'self' data: https:;", (one, other) -> one + " " + other);
        securityHeaders(more);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "logos");
            page.waitForLoadState();
            Browsers.screenshot(page, "switcher-logos");

            assertThat(page.locator(".org-switcher-logo")).hasCount(2);
            assertThat(logo(page, "pictured").evaluate("image => image.getBoundingClientRect().width > 0"))
                    .isEqualTo(true);
            assertThat(logo(page, "broken").evaluate("image => image.getBoundingClientRect().width > 0"))
                    .as("covers the initials")
                    .isEqualTo(false);
            assertThat(logo(page, "broken")).hasAttribute("referrerpolicy", "no-referrer");
            Browsers.assertAccessible(page);
        } finally {
            securityHeaders(headers);
        }
    }

    private void securityHeaders(Map<String, String> headers) {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setBrowserSecurityHeaders(headers);
        realm().resource().update(realm);
    }

    private String logo(String alias, String logo) {
        return realm().organization(
                        "Logo " + alias,
                        alias,
                        Map.of(
                                "org-switcher.allowed-domains", List.of("logos.example"),
                                "org-switcher.logo", List.of(logo)));
    }

    private static Locator logo(Page page, String alias) {
        return page.locator("li:has(#org-switcher-join-" + alias + ") img");
    }

    @Test
    void domainsStandInTheirOwnLettersWithThoseOfTheDnsBeside() {
        organization("Books", "books", "bücher.example");
        organization("Disguised", "disguised", "асме.example");

        Element open = note(person("reader-of-books", "reader@xn--bcher-kva.example"), "books");
        assertThat(open.text()).isEqualTo("Open to bücher.example");
        assertThat(open.select("bdi").attr("title")).isEqualTo("xn--bcher-kva.example");
        Element disguised = note(person("victim", "victim@xn--80akut.example"), "disguised");
        assertThat(disguised.text()).isEqualTo("Open to xn--80akut.example");
        assertThat(disguised.select("bdi").hasAttr("title")).isFalse();
    }

    @Test
    void longListIsInNaturalOrderAndCutsNoRow(Browsers browsers) {
        for (int number = 1; number <= 12; number++) {
            organization("Unit " + number, "unit-" + number, "units.example");
        }
        realm().socialUser("units", "units@units.example", true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "units");

            assertThat(page.locator("#org-switcher-offers ~ ul .org-switcher-name").allTextContents().stream()
                            .filter(name -> name.startsWith("Unit")))
                    .startsWith("Unit 1", "Unit 2", "Unit 3")
                    .endsWith("Unit 10", "Unit 11", "Unit 12");
            assertThat(page.evaluate(CUT_ROWS)).isEqualTo(0);
        }
    }

    private Element note(Person person, String alias) {
        return Switcher.on(person.signIn(realm().app()))
                .page()
                .element("li:has(#org-switcher-join-" + alias + ") .org-switcher-note");
    }

    @Test
    void logosStandOnTheirPageToo() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        String member = logo("member", "data:image/png;base64," + PIXEL);
        Person person = person("member-with-logo", "member@elsewhere.example");
        Switcher.on(person.signIn(realm().app())).skip();
        realm().member(member, person.id());

        assertThat(person.agent
                        .open(URI.create(server().realmUri(realm().name()) + "/org-switcher/account"))
                        .element("#org-switcher-memberships-member img")
                        .attr("src"))
                .startsWith("data:image/png");
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
