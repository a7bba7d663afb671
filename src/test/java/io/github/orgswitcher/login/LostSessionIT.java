package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Presses on the pages for members and managers once their session has ended. */
class LostSessionIT extends ManagerSuite {

    private static final String SAID = "You had to sign in again";

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void typedNameIsThereAgainAndNothingWasCreated() {
        realm().user("nina", "nina@acme.example");
        Page page = signedIn("account", "nina");
        end("nina");

        Page login = page.submit("#org-switcher-create", Map.of("name", "Nina & Söhne", "allowColleagues", "on"));
        assertThat(login.uri().toString()).as("no address tells it").doesNotContain("Nina", "S%C3%B6hne");
        Page back = OidcClient.fillLogin(login, "nina");

        assertThat(back.uri()).isEqualTo(address("account"));
        assertThat(back.text()).contains(SAID);
        assertThat(back.element("#org-switcher-name").attr("value")).isEqualTo("Nina & Söhne");
        assertThat(back.element("#org-switcher-allow-colleagues").hasAttr("checked"))
                .isTrue();
        assertThat(realm().resource().organizations().search("Nina & Söhne", true, 0, 1))
                .isEmpty();
        Page plain = back.agent().open(address("account"));
        assertThat(plain.text()).as("said once").doesNotContain(SAID);
        assertThat(back.submit("#org-switcher-create").text()).contains("The organization was created.");
    }

    @Test
    void managerComesBackToTheSamePartWithWhatWasTyped() {
        String org = managed("lost");
        manager(org, "lena");
        Page page = signedIn("manage/lost", "lena").submit("#org-switcher-view-invitations");
        end("lena");

        Page back = OidcClient.fillLogin(
                page.submit("#org-switcher-invite", Map.of("email", "guest@elsewhere.example")), "lena");

        assertThat(back.uri()).isEqualTo(address("manage/lost"));
        assertThat(back.text()).contains(SAID);
        assertThat(back.element("#org-switcher-view-invitations").attr("aria-current"))
                .isEqualTo("page");
        assertThat(back.element("#org-switcher-email").attr("value")).isEqualTo("guest@elsewhere.example");
        assertThat(realm().invitations(org, "guest@elsewhere.example")).isEmpty();
        assertThat(back.submit("#org-switcher-invite").text()).contains("The invitation is sent.");
    }

    @Test
    void turningToAPartOfThePageGoesThereAndIsNoLostPress() {
        String org = managed("turn");
        manager(org, "tom");
        Page page = signedIn("manage/turn", "tom");
        end("tom");

        Page back = OidcClient.fillLogin(page.submit("#org-switcher-view-people"), "tom");

        assertThat(back.element("#org-switcher-view-people").attr("aria-current"))
                .isEqualTo("page");
        assertThat(back.text()).doesNotContain(SAID);
    }

    @Test
    void chosenSettingsAreThereAgain() {
        String org = realm().organization("set", "set", Map.of("org-switcher.manager-group", List.of("/managers")));
        manager(org, "sara");
        Page page = signedIn("manage/set", "sara").submit("#org-switcher-view-settings");
        end("sara");

        Page back = OidcClient.fillLogin(page.submit("#org-switcher-save", Map.of("joinMode", "REQUEST")), "sara");

        assertThat(back.text()).contains(SAID);
        assertThat(back.element("#org-switcher-joinMode option[selected]").attr("value"))
                .isEqualTo("REQUEST");
        assertThat(policy(org).path("joinMode").asText()).isNotEqualTo("REQUEST");
    }

    @Test
    void whatSomebodyElseHasSetMeanwhileStaysSo() {
        String org = realm().organization("while", "while", Map.of());
        set(org, Map.of("joinMode", "REQUEST", "mailAnswers", true, "mailWelcome", false, "managerGroup", group(org)));
        manager(org, "mona");
        Page page = signedIn("manage/while", "mona").submit("#org-switcher-view-settings");
        end("mona");
        set(org, Map.of("joinMode", "DISABLED", "mailAnswers", false));

        Page back = OidcClient.fillLogin(page.submit("#org-switcher-save", Map.of("mailWelcome", "true")), "mona");

        assertThat(back.text()).contains(SAID);
        assertThat(back.element("#org-switcher-joinMode option[selected]").attr("value"))
                .isEqualTo("DISABLED");
        assertThat(back.has("#org-switcher-mailAnswers[checked]")).isFalse();
        assertThat(back.has("#org-switcher-mailWelcome[checked]")).isTrue();
        assertThat(back.submit("#org-switcher-save").text()).contains("The settings are saved.");
        assertThat(policy(org).path("joinMode").asText()).isEqualTo("DISABLED");
        assertThat(policy(org).path("mailAnswers").asBoolean()).isFalse();
        assertThat(policy(org).path("mailWelcome").asBoolean()).isTrue();
    }

    @Test
    void whatBothHaveChangedIsRefusedOnce() {
        String org = realm().organization("both", "both", Map.of());
        set(org, Map.of("joinMode", "REQUEST", "managerGroup", group(org)));
        manager(org, "bea");
        Page page = signedIn("manage/both", "bea").submit("#org-switcher-view-settings");
        end("bea");
        set(org, Map.of("joinMode", "DISABLED"));

        Page back = OidcClient.fillLogin(page.submit("#org-switcher-save", Map.of("joinMode", "SUGGEST")), "bea");
        Page refused = back.submit("#org-switcher-save");

        assertThat(refused.element("#org-switcher-error").text())
                .contains("Somebody else has changed this setting meanwhile.");
        assertThat(policy(org).path("joinMode").asText()).isEqualTo("DISABLED");
        assertThat(refused.submit("#org-switcher-save").text()).contains("The settings are saved.");
        assertThat(policy(org).path("joinMode").asText()).isEqualTo("SUGGEST");
    }

    @Test
    void linkToAPartOfThePageLeadsThereThroughALogin() {
        manager(managed("part"), "pia");

        Page part = signedIn("manage/part?view=invitations", "pia");
        Page plain = signedIn("manage/part?view=nonsense", "pia");

        assertThat(part.uri()).isEqualTo(address("manage/part?view=invitations"));
        assertThat(part.element("#org-switcher-view-invitations").attr("aria-current"))
                .isEqualTo("page");
        assertThat(plain.uri()).isEqualTo(address("manage/part"));
    }

    @Test
    void somebodyElseSeesNothingOfIt() {
        realm().user("paul", "paul@acme.example");
        realm().user("quentin", "quentin@acme.example");
        Page page = signedIn("account", "paul");
        end("paul");

        Page back =
                OidcClient.fillLogin(page.submit("#org-switcher-create", Map.of("name", "Secret Plans")), "quentin");

        assertThat(back.uri()).isEqualTo(address("account"));
        assertThat(back.text()).contains("quentin@acme.example").doesNotContain(SAID);
        assertThat(back.document().html()).doesNotContain("Secret Plans");
    }

    @Test
    void whatIsNotTheOwnPagesIsNotKept() {
        realm().user("rita", "rita@acme.example");
        Page page = signedIn("account", "rita");
        String token = page.element("[name=token]").attr("value");
        end("rita");

        for (String forged : List.of("", "nonsense", "a.b." + realm().userId("rita"), token + "x")) {
            Page back =
                    OidcClient.fillLogin(page.post(Map.of("create", "true", "name", "Evil", "token", forged)), "rita");
            assertThat(back.uri()).isEqualTo(address("account"));
            assertThat(back.text()).as(forged).doesNotContain(SAID);
            assertThat(back.document().html()).doesNotContain("Evil");
            end("rita");
        }
        page.agent().sayOrigin("https://evil.example");
        Page crossed =
                OidcClient.fillLogin(page.post(Map.of("create", "true", "name", "Evil", "token", token)), "rita");
        assertThat(crossed.text()).doesNotContain(SAID);
        assertThat(crossed.document().html()).doesNotContain("Evil");
    }

    @Test
    @RequiresChromium
    void browserWithAndWithoutScriptsKeepsWhatWasTyped(Browsers browsers) {
        String org = managed("window");
        manager(org, "wanda");
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context =
                    browsers.open(options -> options.setViewportSize(1280, 900).setJavaScriptEnabled(scripts))) {
                com.microsoft.playwright.Page page = context.newPage();
                page.navigate(address("manage/window").toString());
                logIn(page);
                page.locator("#org-switcher-view-domains").click();
                page.locator("#org-switcher-domain").fill("typed.example");
                end("wanda");
                page.locator("#org-switcher-add").click();
                logIn(page);
                assertThat(page.locator("#org-switcher-domain").inputValue()).isEqualTo("typed.example");
                assertThat(page.locator("body").innerText()).contains(SAID);
                if (scripts) {
                    Browsers.assertAccessible(page);
                    Browsers.screenshot(page, "manage-again");
                }
            }
        }
        assertThat(realm().rest()
                        .get("org-switcher/organizations/" + org + "/domains?search=typed")
                        .json())
                .isEmpty();
    }

    private static void logIn(com.microsoft.playwright.Page page) {
        page.locator("#username").fill("wanda");
        page.locator("#kc-login").click();
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
        page.locator("form#org-switcher-manage").waitFor();
    }

    private JsonNode policy(String org) {
        return realm().rest()
                .get("org-switcher/organizations/" + org + "/policy")
                .json();
    }

    private void set(String org, Map<String, Object> policy) {
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + org + "/policy", policy)
                        .status())
                .isEqualTo(204);
    }

    /** The group that will be its managers'. */
    private String group(String org) {
        realm().rest().post("organizations/" + org + "/groups", Map.of("name", "managers"));
        return "/managers";
    }

    private void end(String username) {
        realm().resource().users().get(realm().userId(username)).logout();
    }

    private URI address(String page) {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/" + page);
    }
}
