package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page for managers for whoever is none: because somebody else is signed in, or not any more. */
class NotManagedIT extends ManagerSuite {

    private static final String NONE = "There is no such organization, or you do not manage it.";

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void mailsLinkOpenedAsSomebodyElseLeadsToTheManager() {
        String org = managed("mixed");
        manager(org, "milla");
        realm().user("privately", "privately@elsewhere.example");
        String anna = asks(org, "anna", "mixed");
        Mail mail = server().mailbox().awaitMailTo("milla@managers.example");
        Page account = signedIn(address("account"), "privately");

        Page page = account.agent().open(URI.create(mail.links().get(0).toString()));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains(NONE, "privately@elsewhere.example");
        assertThat(page.click("a#org-switcher-account").uri()).isEqualTo(address("account"));
        Page login = page.submit("#org-switcher-another");
        assertThat(login.has("#username")).as(login.toString()).isTrue();
        Page managing = OidcClient.fillLogin(login, "milla");
        assertThat(managing.uri()).isEqualTo(address("manage/mixed"));
        assertThat(managing.has("#org-switcher-approve-" + anna)).isTrue();
        assertThat(realm().resource().users().get(realm().userId("privately")).getUserSessions())
                .as("signed out")
                .isEmpty();
    }

    @Test
    void aliasThatKeycloaksFormsCannotDrawLeadsToTheAccountPage() {
        realm().user("brace", "brace@elsewhere.example");
        Page account = signedIn(address("account"), "brace");

        for (String alias : List.of("%7Bx%7D", "%24%7B7*7%7D%23", "%7B")) {
            Page page = account.agent().open(address("manage/" + alias));

            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.uri()).isEqualTo(address("account"));
        }
    }

    @Test
    void nobodyElseSignsAPersonOut() {
        managed("foreign");
        realm().user("fred", "fred@elsewhere.example");
        Page page = signedIn(address("manage/foreign"), "fred");
        String token = page.element("[name=token]").attr("value");

        page.post(Map.of("another", "true", "token", "nonsense"));
        page.agent().sayOrigin("https://evil.example");
        page.post(Map.of("another", "true", "token", token));

        assertThat(realm().resource().users().get(realm().userId("fred")).getUserSessions())
                .hasSize(1);
    }

    @Test
    void whoStopsManagingIsToldSoAndWhoWasDismissedFindsNoErrorPage() {
        String org = managed("former");
        String fina = manager(org, "fina");
        String gustav = manager(org, "gustav");
        Page page = signedIn(address("manage/former"), "fina").submit("#org-switcher-view-managers");
        Page other = signedIn(address("manage/former"), "gustav").submit("#org-switcher-view-managers");

        Page resigned = page.submit("#org-switcher-dismiss-" + fina);

        assertThat(resigned.status()).isEqualTo(200);
        assertThat(resigned.text())
                .contains("does not manage the organization any more", "fina@managers.example")
                .doesNotContain(NONE);
        manager(org, "fina");
        leaveManagers(org, gustav);
        Page dismissed = other.submit("#org-switcher-dismiss-" + fina);
        assertThat(dismissed.status()).isEqualTo(404);
        assertThat(dismissed.text()).contains(NONE, "gustav@managers.example");
        assertThat(dismissed.click("a#org-switcher-account").status()).isEqualTo(200);
        assertThat(errors(gustav)).containsExactly("org_switcher_not_manager");
    }

    @Test
    @RequiresChromium
    void looksRightInABrowser(Browsers browsers) {
        managed("seen");
        realm().user("vera", "vera@elsewhere.example");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (BrowserContext context = browsers.open(options -> options.setViewportSize(1280, 900)
                    .setColorScheme(scheme)
                    .setJavaScriptEnabled(scheme == ColorScheme.DARK))) {
                com.microsoft.playwright.Page page = context.newPage();
                page.navigate(address("manage/seen").toString());
                page.locator("#username").fill("vera");
                page.locator("#kc-login").click();
                page.locator("#password").fill(TestRealm.PASSWORD);
                page.locator("#kc-login").click();
                page.locator("#org-switcher-another").waitFor();
                Browsers.screenshot(page, "manage-elsewhere-" + scheme.name().toLowerCase(Locale.ROOT));
                if (scheme == ColorScheme.DARK) {
                    Browsers.assertAccessible(page);
                    page.setViewportSize(320, 700);
                    Browsers.assertAccessible(page);
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                            .isEqualTo(true);
                }
                page.locator("#org-switcher-another").click();
                page.locator("#username").waitFor();
            }
        }
    }

    private Page signedIn(URI address, String username) {
        return OidcClient.fillLogin(UserAgent.on(server()).open(address), username);
    }

    private URI address(String page) {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/" + page);
    }
}
