package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** The Account Console of a realm whose account theme is the extension's, or extends it. */
@RequiresChromium
class AccountConsoleIT extends SwitcherSuite {

    @Test
    void linksToYourOrganizationsInItsLanguageWhereThatPageIsOn(Browsers browsers) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setAccountTheme("org-switcher");
        representation.setInternationalizationEnabled(true);
        representation.setSupportedLocales(Set.of("en", "de"));
        representation.setDefaultLocale("de");
        realm().resource().update(representation);
        realm().member(acme, realm().user("aida", "aida@acme.example"));
        try (BrowserContext context =
                browsers.open(options -> options.setLocale("de-DE").setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.navigate(server().realmUri(realm().name()) + "/account/");
            page.locator("#username").fill("aida");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            assertThat(page.getByTestId("organizations")).isVisible();
            assertThat(page.locator("#org-switcher-account")).hasCount(0);

            realm().enableRequiredAction("org-switcher-account", Map.of());
            page.reload();
            assertThat(page.locator("#org-switcher-account")).hasText("Ihre Organisationen verwalten");
            Browsers.screenshot(page, "account-console");
            page.locator("#org-switcher-account").click();

            assertThat(page.locator("#org-switcher-memberships-acme")).isVisible();
        }
    }
}
