package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** What the step's and the realm's settings, and the application's request, make of it. */
class EmailSettingsIT extends EmailSignInSuite {

    private static final String CODE_ONLY = "email-code-only";
    private static final String LINK_ONLY = "email-link-only";
    private static final String NO_NEW_USERS = "email-no-new-users";

    @BeforeAll
    void addFlows() {
        useFlow(CODE_ONLY, Map.of("mailContent", "CODE", "lifetimeSeconds", "61"));
        useFlow(LINK_ONLY, Map.of("mailContent", "LINK"));
        useFlow(NO_NEW_USERS, Map.of("createUsers", "false"));
        change(realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "de", "ja"));
            realm.setDefaultLocale("en");
            realm.setDisplayName("Acme & Friends");
        });
        realm().bindBrowserFlow(FLOW);
    }

    @AfterEach
    void backToDefaults() {
        change(EmailSettingsIT::reset);
    }

    private static void reset(RealmRepresentation realm) {
        realm.setBrowserFlow(FLOW);
        realm.setRegistrationAllowed(true);
        realm.setRememberMe(false);
        realm.setDuplicateEmailsAllowed(false);
        realm.setLoginWithEmailAllowed(true);
    }

    @Test
    void mailTellsWhatAPersonNeedsToKnow() {
        String address = newAddress();
        send(start(browser()), address);

        Mail mail = mail(address);

        assertThat(mail.subject())
                .isEqualTo(code(mail).substring(0, 3) + " " + code(mail).substring(3)
                        + " is your code for Acme & Friends");
        assertThat(mail.text()).containsPattern("Asked for: .* UTC");
        assertThat(mail.text())
                .contains("Acme & Friends", code(mail).substring(0, 3) + " ", "10 min", "If it was not you")
                .contains(link(mail).toString());
        assertThat(mail.html()).contains("Acme &amp; Friends", "10 min", "If it was not you");
        assertThat(link(mail).getAuthority()).isEqualTo(server().baseUri().getAuthority());
    }

    @Test
    void subjectIsWithoutTheCodeWhereTheRealmWantsThat() {
        useFlow("discreet", Map.of("subjectCode", "false"));
        String address = newAddress();
        send(start(browser()), address);
        assertThat(mail(address).subject()).isEqualTo("Sign in to Acme & Friends");
        realm().bindBrowserFlow(FLOW);
    }

    /** The page says how long to wait where one presses, and a press that comes too soon all the same is no failure. */
    @Test
    void waitStandsOnTheButton() {
        String address = newAddress();
        Page sent = send(start(browser()), address);
        assertThat(sent.element("#org-switcher-email-resend").hasAttr("disabled"))
                .isTrue();
        assertThat(sent.element("#org-switcher-email-resend").text()).matches("Send again in (60|59|58) s");

        Page pressed = sent.post(Map.of("resend", "true"));
        assertThat(pressed.has("[role=alert]")).isFalse();
        assertThat(pressed.element("[role=status]").text()).startsWith("Wait");
        assertThat(pressed.element("#org-switcher-email-resend").hasAttr("disabled"))
                .isTrue();
        assertThat(events("email_sign_in_too_soon")).isNotEmpty();
        assertThat(server().mailbox().mailsTo(address)).hasSize(1);
        assertThat(finish(enter(pressed, code(address))).left()).isTrue();
    }

    /** Keycloak's form checks nothing, and neither do the tools that write flows. */
    @Test
    void settingThatCannotBeUnderstoodClosesAndTheSetupSaysSo() {
        useFlow(
                "misread",
                Map.of(
                        "createUsers", "yes",
                        "maxTries", "many",
                        "mailContent", "",
                        "resendSeconds", "0",
                        "maxMailPerAddress", "1"));
        String unknown = newAddress();
        Page sent = send(start(browser()), unknown);
        Page refused = enter(sent, code(unknown));
        assertThat(addressError(refused)).contains("There is no account with this address");
        String known = newAddress();
        member(known);
        Page wrong = enter(send(start(browser()), known), wrong(code(known)));
        assertThat(codeError(enter(wrong, code(known)))).contains("too many wrong codes");

        assertThat(warnings())
                .containsExactlyInAnyOrder(
                        "SETTING_CLOSED misread > Email sign-in > createUsers|yes|false",
                        "SETTING_CLOSED misread > Email sign-in > maxTries|many|1",
                        "SETTING_CLOSED misread > Email sign-in > resendSeconds|0|600",
                        "SETTING_UNKNOWN misread > Email sign-in > maxMailPerAddress");
        assertThat(server().log())
                .contains("Realm " + realm().name()
                        + ": there is no setting misread > Email sign-in > maxMailPerAddress");
        realm().bindBrowserFlow(FLOW);
        assertThat(warnings()).as("of flows in use").isEmpty();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        realm().rest().get("org-switcher/setup").json().path("warnings").forEach(warning -> {
            List<String> params = new ArrayList<>();
            warning.path("params").forEach(param -> params.add(param.asText()));
            if (warning.path("code").asText().startsWith("SETTING")) {
                warnings.add(warning.path("code").asText() + " " + String.join("|", params));
            }
        });
        return warnings;
    }

    @Test
    void codeAlone() {
        realm().bindBrowserFlow(CODE_ONLY);
        String address = newAddress();
        Page sent = send(start(browser()), address);

        assertThat(sent.text()).doesNotContain("link").contains("2 min");
        assertThat(mail(address).links()).isEmpty();
        assertThat(enter(sent, code(address)).has("#kc-update-profile-form")).isTrue();
    }

    @Test
    void linkAlone() {
        realm().bindBrowserFlow(LINK_ONLY);
        String address = newAddress();
        UserAgent browser = browser();
        Page sent = send(start(browser), address);

        assertThat(isCodePage(sent)).isFalse();
        assertThat(mail(address).text()).doesNotContain("code").doesNotContainPattern("\\d{3} \\d{3}");
        assertThat(browser.open(link(address)).has("#kc-update-profile-form")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"by the step's setting", "by the realm's setting"})
    void noNewUsers(String how) {
        if (how.contains("step")) {
            realm().bindBrowserFlow(NO_NEW_USERS);
        } else {
            change(realm -> realm.setRegistrationAllowed(false));
        }
        String address = newAddress();

        Page page = enter(send(start(browser()), address), code(address));

        assertThat(addressError(page)).contains("no account");
        assertThat(page.has("#social-social")).as("the other ways are there").isTrue();
        assertThat(userExists(address)).isFalse();

        String known = newAddress();
        member(known);
        assertThat(finish(enter(send(start(browser()), known), code(known))).left())
                .isTrue();
    }

    @Test
    void loginHintStandsInTheField() {
        String address = newAddress();

        Page page = start(realm().app(), browser(), Map.of("login_hint", address));

        assertThat(page.element("#org-switcher-email-address").attr("value")).isEqualTo(address);
        assertThat(server().mailbox().mailsTo(address))
                .as("asking is the person's")
                .isEmpty();
    }

    @Test
    void personIsRememberedWhoAsksFor() {
        change(realm -> realm.setRememberMe(true));
        String address = newAddress();
        String id = member(address);
        Page sent = start(browser()).submit("#org-switcher-email-submit", Map.of("email", address, "rememberMe", "on"));

        finish(enter(sent, code(address)));

        assertThat(realm().events())
                .filteredOn(event -> "LOGIN".equals(event.getType()) && id.equals(event.getUserId()))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails()).containsEntry("remember_me", "true"));
    }

    @Test
    void mailSpeaksThePagesLanguage() {
        String address = newAddress();
        Page sent = send(start(realm().app(), browser(), Map.of("ui_locales", "ja")), address);

        assertThat(sent.text()).contains("メールを確認してください");
        assertThat(mail(address).subject()).endsWith("はAcme & Friendsのコードです");
        assertThat(mail(address).text()).contains("有効期限");
        assertThat(browser().open(link(address)).text())
                .as("in another browser too")
                .contains("このブラウザーで");
    }

    @ParameterizedTest
    @CsvSource({"prompt,login", "max_age,0"})
    void signingInAgainAsksForNoAddress(String parameter, String value) {
        String address = newAddress();
        member(address);
        UserAgent browser = browser();
        finish(enter(send(start(browser), address), code(address)));

        OidcClient again = realm().app();
        // Keycloak counts the age in whole seconds: a moment later the sign-in is older than none.
        Page page = Eventually.get("Signing in again", Duration.ofSeconds(20), () -> Optional.of(
                        start(again, browser, Map.of(parameter, value)))
                .filter(next -> !next.left()));
        assertThat(isAddressPage(page)).isFalse();
        Page sent = page.submit("#org-switcher-email-submit");
        assertThat(sent.has("#org-switcher-email-change")).isFalse();
        var mails = server().mailbox().mailsTo(address);
        assertThat(mails).hasSize(2);
        assertThat(browser().open(link(mails.get(1))).text())
                .as("the link is good for this browser alone")
                .contains("in the browser in which you asked");
        Page end = finish(enter(sent, code(mails.get(1))));

        assertThat(again.tokens(end).accessClaims().path("email").asText()).isEqualTo(address);
    }

    @Test
    void passwordAndSocialProviderStandBeside() {
        Page page = start(browser());
        assertThat(page.has("#social-social")).isTrue();
        assertThat(page.has("#kc-select-try-another-way-form")).isTrue();

        Page password = page.submit("noscript button[name=authenticationExecution]");
        assertThat(password.has("#password"))
                .as("without scripts: %s", password)
                .isTrue();
        String address = newAddress();
        member(address);
        Page end = finish(password.submit("#kc-login", Map.of("username", address, "password", password())));
        assertThat(end.left()).isTrue();
    }

    @Test
    void addressOfSeveralUsersSignsNobodyIn() {
        change(realm -> {
            realm.setLoginWithEmailAllowed(false);
            realm.setDuplicateEmailsAllowed(true);
        });
        String address = newAddress();
        realm().user("first-" + address, address);
        String second = realm().user("second-" + address, address);

        Page page = enter(send(start(browser()), address), code(address));

        assertThat(addressError(page)).contains("cannot sign in with this address");
        realm().resource().users().delete(second).close();
        assertThat(finish(enter(
                                send(start(browser()), address),
                                code(server().mailbox().mailsTo(address).get(1))))
                        .left())
                .as("of one user it does")
                .isTrue();
    }

    @Test
    void requiredFieldsAreAskedForWhateverTheRealmSwitchesOff() {
        var action = realm().resource().flows().getRequiredAction("VERIFY_PROFILE");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("VERIFY_PROFILE", action);
        try {
            String address = newAddress();
            Page page = enter(send(start(browser()), address), code(address));

            assertThat(page.has("#kc-update-profile-form")).as("%s", page).isTrue();
            assertThat(finish(page).left()).isTrue();
        } finally {
            action.setEnabled(true);
            realm().resource().flows().updateRequiredAction("VERIFY_PROFILE", action);
        }
    }
}
