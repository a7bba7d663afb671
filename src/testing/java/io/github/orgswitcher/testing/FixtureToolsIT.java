package io.github.orgswitcher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What only the distribution's server, or only an installed browser, can show. */
final class FixtureToolsIT extends KeycloakSuite {

    @Test
    void statementsOfTheServerAreCounted() {
        realm().user("paula", "paula@acme.example");
        OidcClient app = realm().app();
        SqlCount login = SqlCount.during(server(), () -> app.directGrant("paula"));
        assertThat(login.total()).isPositive();
        assertThat(login.matching("user_entity").blocks()).isPositive();
        assertThat(SqlCount.during(server(), () -> {}).total()).isZero();
    }

    @Nested
    @RequiresChromium
    final class InChromium {

        @Test
        void signsInOnAnAccessiblePage(Browsers browsers) {
            realm().user("berta", "berta@acme.example");
            try (BrowserContext context = browsers.open(options -> options.setViewportSize(320, 640))) {
                Page page = context.newPage();
                page.navigate(realm().app().authorizationUri(Map.of()).toString());
                Browsers.screenshot(page, "fixture-login");
                Browsers.assertAccessible(page);
                page.fill("#username", "berta");
                page.click("#kc-login");
                page.fill("#password", TestRealm.PASSWORD);
                page.click("#kc-login");
                assertThat(page.textContent("h1")).isEqualTo("Signed in");
            }
        }

        @Test
        void opensThePageWithoutScriptsInTheDark(Browsers browsers) {
            try (BrowserContext context =
                    browsers.open(options -> options.setJavaScriptEnabled(false).setColorScheme(ColorScheme.DARK))) {
                Page page = context.newPage();
                page.navigate(realm().app().authorizationUri(Map.of()).toString());
                Browsers.screenshot(page, "fixture-login-without-scripts");
                assertThat(page.isVisible("#kc-login")).isTrue();
            }
        }
    }
}
