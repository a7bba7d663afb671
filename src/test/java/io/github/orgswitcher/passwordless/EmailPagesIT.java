package io.github.orgswitcher.passwordless;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.UserAgent;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: every look, without scripts, in one browser and in two. */
@RequiresChromium
class EmailPagesIT extends SetAsideSuite {

    private static final String USED = "**?mail=*";

    @BeforeAll
    void speakLanguages() {
        change(realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "de", "fr", "es", "pt-BR", "ja"));
            realm.setDefaultLocale("en");
            realm.setRememberMe(true);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "stock, keycloak.v2, LIGHT, 1280, en, true",
        "stock-dark, keycloak.v2, DARK, 1280, de, true",
        "stock-narrow-no-scripts, keycloak.v2, LIGHT, 320, fr, false",
        "own, org-switcher, LIGHT, 1280, es, true",
        "own-narrow-dark, org-switcher, DARK, 320, ja, true",
        "own-no-scripts, org-switcher, LIGHT, 320, pt-BR, false",
    })
    void looksRightEverywhere(
            String name,
            String theme,
            ColorScheme scheme,
            int width,
            String language,
            boolean scripts,
            Browsers browsers) {
        change(realm -> realm.setLoginTheme(theme));
        String address = newAddress();
        Consumer<NewContextOptions> look = options ->
                options.setColorScheme(scheme).setViewportSize(width, 800).setJavaScriptEnabled(scripts);
        try (BrowserContext here = browsers.open(look);
                BrowserContext elsewhere = browsers.open(look)) {
            Page page = here.newPage();
            page.navigate(realm().app()
                    .authorizationUri(Map.of("scope", "openid organization", "ui_locales", language))
                    .toString());
            check(page, name + "-1-address", scripts);
            page.locator("#org-switcher-email-address").fill("nobody");
            page.locator("#org-switcher-email-submit").click();
            assertThat(page.locator("#org-switcher-email-error")).isVisible();
            check(page, name + "-2-error", scripts);
            page.locator("#org-switcher-email-address").fill(address);
            page.keyboard().press("Enter");
            assertThat(page.locator("#org-switcher-email-code")).isFocused();
            check(page, name + "-3-code", scripts);

            Page other = elsewhere.newPage();
            other.navigate(link(address).toString());
            check(other, name + "-4-link", scripts);
            other.navigate(link(address) + "x");
            check(other, name + "-5-refused", scripts);

            page.locator("#org-switcher-email-code").fill(code(address));
            page.keyboard().press("Enter");
            page.locator("#firstName").fill("Ada");
            page.locator("#lastName").fill("Example");
            page.locator("#kc-update-profile-form [type=submit]").click();
            page.locator("#org-switcher-join-acme").click();
            assertThat(page.getByText("Signed in")).isVisible();
        }
    }

    @Test
    void linkSignsInInASecondBrowser(Browsers browsers) {
        String address = newAddress();
        try (BrowserContext here = browsers.open(options -> options.setJavaScriptEnabled(false));
                BrowserContext elsewhere = browsers.open(options -> options.setJavaScriptEnabled(false))) {
            Page page = here.newPage();
            page.navigate(realm().app()
                    .authorizationUri(Map.of("scope", "openid organization"))
                    .toString());
            page.locator("#org-switcher-email-address").fill(address);
            page.locator("#org-switcher-email-submit").click();

            Page other = elsewhere.newPage();
            other.navigate(link(address).toString());
            other.locator("#org-switcher-email-confirm").click();
            other.locator("#firstName").fill("Ada");
            other.locator("#lastName").fill("Example");
            other.locator("#kc-update-profile-form [type=submit]").click();
            other.locator("#org-switcher-join-acme").click();

            assertThat(other.getByText("Signed in")).isVisible();
            assertThat(page.locator("#org-switcher-email-code")).isVisible();
            page.locator("#org-switcher-email-refresh").click();
            assertThat(page.locator("#org-switcher-email-elsewhere")).isVisible();
            assertThat(page.locator("#org-switcher-email-code")).hasCount(0);
        }
    }

    @Test
    void firstBrowserNoticesThatSomebodySignedInElsewhere(Browsers browsers) {
        useFlow("countdown", Map.of("resendSeconds", "4"));
        String address = newAddress();
        member(address);
        try (BrowserContext here = browsers.open(options -> {})) {
            Page page = here.newPage();
            page.navigate(realm().app()
                    .authorizationUri(Map.of("scope", "openid organization"))
                    .toString());
            page.locator("#org-switcher-email-address").fill(address);
            page.locator("#org-switcher-email-submit").click();
            assertThat(page.locator("#org-switcher-email-resend")).containsText("Send again in");
            assertThat(page.locator("#org-switcher-email-resend")).isDisabled();
            Browsers.assertAccessible(page);
            assertThat(page.locator("#org-switcher-email-resend")).isEnabled();
            assertThat(page.locator("#org-switcher-email-resend")).hasText("Send again");

            UserAgent elsewhere = browser();
            finish(elsewhere.open(link(address)).submit("#org-switcher-email-confirm"));
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(page.locator("#org-switcher-email-elsewhere")).isVisible();
            Browsers.screenshot(page, "email-elsewhere");
            Browsers.assertAccessible(page);
        } finally {
            realm().bindBrowserFlow(FLOW);
        }
    }

    @Test
    void firstBrowserLooksByItselfEveryFifteenSeconds(Browsers browsers) {
        String address = newAddress();
        member(address);
        try (BrowserContext here = browsers.open(options -> {})) {
            Page page = here.newPage();
            page.clock().install();
            page.navigate(realm().app()
                    .authorizationUri(Map.of("scope", "openid organization"))
                    .toString());
            page.locator("#org-switcher-email-address").fill(address);
            page.locator("#org-switcher-email-submit").click();
            assertThat(page.locator("#org-switcher-email-code")).isVisible();
            page.waitForLoadState();
            Response early = page.waitForResponse(USED, () -> page.clock().fastForward(15_000));
            assertThat(early.text()).isEqualTo("false");
            assertThat(page.locator("#org-switcher-email-code")).isVisible();

            finish(browser().open(link(address)).submit("#org-switcher-email-confirm"));
            page.clock().fastForward(15_000);
            assertThat(page.locator("#org-switcher-email-elsewhere")).isVisible();
            assertThat(page.locator("#org-switcher-email-code")).hasCount(0);
        }
    }

    @Test
    void whoHasAnOlderAccountUnderTheAddressIsAskedFirst(Browsers browsers) {
        String address = newAddress();
        String older = stranger(address);
        realm().member(acme, older);
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            page.navigate(realm().app()
                    .authorizationUri(Map.of("scope", "openid organization"))
                    .toString());
            page.locator("#org-switcher-email-address").fill(address);
            page.keyboard().press("Enter");
            page.locator("#org-switcher-email-code").fill(code(address));
            page.keyboard().press("Enter");
            assertThat(page.locator("#org-switcher-email-fresh")).isVisible();
            assertThat(page.locator("#org-switcher-email-older")).isVisible();
            Browsers.assertAccessibleInEveryLook(page, "email-stake");
            assertThat(account(older).toRepresentation().getEmail()).isEqualTo(address);

            page.locator("#org-switcher-email-fresh").press("Enter");
            page.locator("#firstName").fill("Ada");
            page.locator("#lastName").fill("Example");
            page.keyboard().press("Enter");
            assertThat(page.locator("#org-switcher-join-acme")).isVisible();
        }
        assertThat(account(older).toRepresentation().getEmail()).isNull();
    }

    @Test
    void firstTabGoesOnWhenTheLinkWasOpenedInAnother(Browsers browsers) {
        String address = newAddress();
        member(address);
        try (BrowserContext here = browsers.open(options -> {})) {
            Page page = here.newPage();
            page.navigate(realm().app()
                    .authorizationUri(Map.of("scope", "openid organization"))
                    .toString());
            page.locator("#org-switcher-email-address").fill(address);
            page.locator("#org-switcher-email-submit").click();
            assertThat(page.locator("#org-switcher-email-code")).isVisible();

            Page tab = here.newPage();
            tab.navigate(link(address).toString());
            tab.locator("#org-switcher-join-acme").click();
            assertThat(tab.getByText("Signed in")).isVisible();
            assertThat(page.getByText("Signed in")).isVisible();
        }
    }

    @Test
    void sentencesOfJapaneseHaveNoRoomBetweenThem(Browsers browsers) {
        String address = newAddress();
        try (BrowserContext context = browsers.open(options -> {})) {
            for (var said : Map.of("ja", "送信しました。メール", "de", "gesendet. Geben").entrySet()) {
                Page page = context.newPage();
                page.navigate(realm().app()
                        .authorizationUri(Map.of("scope", "openid organization", "ui_locales", said.getKey()))
                        .toString());
                page.locator("#org-switcher-email-address").fill(address);
                page.keyboard().press("Enter");
                assertThat(page.locator("#org-switcher-email-sent")).containsText(said.getValue());
            }
        }
    }

    private static void check(Page page, String name, boolean scripts) {
        Browsers.screenshot(page, "email-" + name);
        if (scripts) {
            Browsers.assertAccessible(page);
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("nothing to scroll sideways")
                    .isTrue();
        }
    }
}
