package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** Where an organization is needed and there is none to choose: each way out of the page, to where it leads. */
@RequiresChromium
class StuckPageIT extends SwitcherSuite {

    private static final String HELP = "Ask Ann, room 12";

    @Override
    Map<String, String> settings() {
        return Map.of(
                "membershipRequired",
                "true",
                "creation",
                "OFF",
                "helpContact",
                HELP,
                "excludedClients",
                TestRealm.APP2);
    }

    @Test
    void checkingAgainLeadsOnOnceSomebodyHasLetThemIn(Browsers browsers) {
        realm().socialUser("waiting", "waiting@waiting.example", true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            OidcClient app = signIn(page, realm().app(), "waiting");
            assertStuck(page);
            Browsers.assertAccessibleInEveryLook(page, "stuck");
            page.locator("#org-switcher-check").click();
            assertStuck(page);

            String letting = realm().organization("Letting in", "letting-in", Map.of());
            realm().rest()
                    .post("org-switcher/organizations/" + letting + "/domains", Map.of("domain", "waiting.example"));
            page.locator("#org-switcher-check").press("Enter");
            page.locator("#org-switcher-join-letting-in").click();
            assertThat(organizations(app.tokens(page))).containsExactly("letting-in");
        }
    }

    @Test
    void anotherAccountIsAskedForAndGoesOnToTheApplication(Browsers browsers) {
        realm().socialUser("wrong", "wrong@nobodys.example", true);
        realm().member(acme, realm().user("right", "right@nobodys.example"));
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            OidcClient app = signIn(page, realm().app(), "wrong");
            assertStuck(page);
            assertThat(page.locator("#org-switcher-sign-out")).hasCount(0);
            page.locator("#org-switcher-other-account").click();
            assertThat(page.locator("#social-social")).isVisible();

            page.locator("#username").fill("right");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            Tokens tokens = app.tokens(page);
            assertThat(tokens.accessClaims().path("sub").asText()).isEqualTo(realm().userId("right"));
            assertThat(organizations(tokens)).containsExactly("acme");
        }
    }

    @Test
    void signingOutEndsTheSessionThatIsStuck(Browsers browsers) {
        realm().socialUser("inside", "inside@nobodys.example", true);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            signIn(page, realm().app2(), "inside").tokens(page);
            String home = homeOfApp();
            open(page, realm().app(), Map.of());
            assertStuck(page);
            Browsers.assertAccessibleInEveryLook(page, "stuck-in-session");
            assertThat(page.locator("#org-switcher-other-account")).hasCount(0);
            page.locator("#org-switcher-sign-out").click();
            page.locator("#kc-logout").click();
            assertThat(page.locator("#kc-page-title")).hasText("You are logged out");
            assertThat(page.locator("a[href='" + home + "']")).hasText("« Back to Application");
            assertThat(realm().resource().users().get(realm().userId("inside")).getUserSessions())
                    .isEmpty();

            open(page, realm().app2(), Map.of());
            assertThat(page.locator("#username")).isVisible();
        }
    }

    private String homeOfApp() {
        ClientRepresentation app =
                realm().resource().clients().findByClientId(TestRealm.APP).get(0);
        app.setBaseUrl("https://app.example/home");
        realm().resource().clients().get(app.getId()).update(app);
        return app.getBaseUrl();
    }

    private static void assertStuck(Page page) {
        assertThat(page.locator("#org-switcher-help")).hasText(HELP);
        assertThat(page.locator("#org-switcher-check")).isVisible();
        assertThat(page.locator("#org-switcher-skip")).hasCount(0);
    }

    private static OidcClient signIn(Page page, OidcClient client, String username) {
        open(page, client, Map.of("kc_idp_hint", TestRealm.SOCIAL));
        page.locator("#username").fill(username);
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        return client;
    }

    private static void open(Page page, OidcClient client, Map<String, String> extra) {
        Map<String, String> parameters = new HashMap<>(ORGANIZATION);
        parameters.putAll(extra);
        URI start = client.authorizationUri(parameters);
        page.navigate(start.toString());
    }
}
