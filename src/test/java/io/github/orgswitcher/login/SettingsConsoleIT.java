package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.settings.SwitcherConfigProperties;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.RealmRepresentation;

/** The settings in the stock Admin Console, with its stock theme: labels, help and errors in the admin's language. */
@RequiresChromium
class SettingsConsoleIT extends KeycloakSuite {

    private String administrator = "";

    @BeforeAll
    void speakLanguages() {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setInternationalizationEnabled(true);
        representation.setSupportedLocales(Set.of("en", "de"));
        representation.setDefaultLocale("en");
        realm().resource().update(representation);
        realm().enableRequiredAction("org-switcher", Map.of());
        administrator = realm().administrator("realm-admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Blocked domains: “acme..example” is not a domain. Enter one such as acme.com, with no asterisk.
            de | Gesperrte Domains: „acme..example“ ist keine Domain. Geben Sie eine wie acme.com ein, ohne Stern.
            """)
    void speakTheAdminsLanguage(String language, String error, Browsers browsers) {
        Properties texts = SwitcherMessagesTest.messages(language);
        try (BrowserContext context =
                browsers.open(options -> options.setLocale(language).setViewportSize(1280, 1400))) {
            Page page = context.newPage();
            Locator form = openSettings(page);
            for (ProviderConfigProperty property : SwitcherConfigProperties.all()) {
                assertThat(form).containsText(texts.getProperty(property.getLabel()));
            }
            Browsers.screenshot(page, "settings-" + language);
            form.getByTestId("help-label-orgSwitcherSettingIntercept").click();
            assertThat(page.locator(".pf-v5-c-popover"))
                    .containsText(texts.getProperty("orgSwitcherSettingInterceptHelp"));
            Browsers.screenshot(page, "settings-help-" + language);
            page.locator(".pf-v5-c-modal-box__title").click();

            form.getByTestId("config.blockedDomains0").fill("acme..example");
            form.getByTestId("save").click();
            assertThat(page.getByTestId("global-alerts")).containsText(error);
            Browsers.screenshot(page, "settings-error-" + language);
            assertThat(form.getByTestId("config.blockedDomains0")).hasValue("acme..example");

            form.getByTestId("config.blockedDomains0").fill("acme.example");
            form.getByTestId("save").click();
            assertThat(form).hasCount(0);
        } finally {
            realm().rest().delete("authentication/required-actions/org-switcher/config");
        }
    }

    private Locator openSettings(Page page) {
        page.navigate(server().baseUri() + "/admin/" + realm().name() + "/console/#/" + realm().name()
                + "/authentication/required-actions");
        page.locator("#username").fill(administrator);
        if (page.locator("#password").count() == 0) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.locator("tr", new Page.LocatorOptions().setHasText("Organization switcher"))
                .locator("button[aria-label]")
                .last()
                .click();
        return page.locator("#required-action-config-form");
    }
}
