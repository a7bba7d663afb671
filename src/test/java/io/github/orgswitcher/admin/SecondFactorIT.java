package io.github.orgswitcher.admin;

import static io.github.orgswitcher.testing.FlowStep.alternative;
import static io.github.orgswitcher.testing.FlowStep.conditional;
import static io.github.orgswitcher.testing.FlowStep.required;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.SecondFactor;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import io.github.orgswitcher.testing.VirtualAuthenticator;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** The sign-in by email that the set-up adds to a flow asks for what the flow asks for beside a password. */
class SecondFactorIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final String PASSWORD_FORM = "auth-username-password-form";

    @BeforeAll
    void prepare() {
        realm().organization("Acme", "acme", Map.of());
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setAttributes(new HashMap<>(realm.getAttributes()));
        realm.getAttributes().put("acr.loa.map", "{\"low\":1,\"high\":2}");
        realm().resource().update(realm);
    }

    @AfterEach
    void off() {
        realm().rest().delete(SETUP);
        flows().bindBrowser("browser");
        flows().removeMade();
    }

    @Test
    void keycloaksOwnFlowAsksForTheNumber() {
        setUp(true);
        String address = otpUser("otto");
        Page asked = byEmail(browser(), address, Map.of());
        assertThat(asked.has("#otp")).as("%s", asked).isTrue();
        Page refused = asked.submit("#kc-login", Map.of("otp", "000000"));
        assertThat(refused.left()).isFalse();
        assertIn(refused.submit("#kc-login", Map.of("otp", SecondFactor.number())));
    }

    @Test
    void whoHasNoneIsAskedForNone() {
        setUp(true);
        realm().user("nora", "nora@acme.example");
        assertIn(byEmail(browser(), "nora@acme.example", Map.of()));
    }

    @Test
    void numberIsAskedForWhereverTheLinkIsOpened() {
        setUp(true);
        String address = otpUser("linus");
        Page elsewhere = browser().open(link(address)).submit("form button, form input[type=submit]");
        assertThat(elsewhere.has("#otp")).as("%s", elsewhere).isTrue();

        UserAgent browser = browser();
        int before = server().mailbox().mailsTo(address).size();
        emailPage(browser, Map.of()).submit("#org-switcher-email-submit", Map.of("email", address));
        Page here = browser.open(
                server().mailbox().awaitMailTo(address, before).links().get(0));
        assertThat(here.has("#otp")).as("%s", here).isTrue();
    }

    @Test
    void numberIsAskedForAgainWhereTheApplicationWantsAFreshLogin() {
        setUp(true);
        String address = otpUser("petra");
        UserAgent browser = browser();
        assertIn(byEmail(browser, address, Map.of()).submit("#kc-login", Map.of("otp", SecondFactor.number())));
        Page page = realm().app().authorize(browser, Map.of("scope", "openid", "prompt", "login"));
        Page again = EmailSignIn.byKnownCode(tryEmail(page), server().mailbox(), address);
        assertThat(again.has("#otp")).as("%s", again).isTrue();
    }

    @Test
    void settingLeavesItOut() {
        setUp(false);
        assertIn(byEmail(browser(), otpUser("oscar"), Map.of()));
        assertThat(realm().rest().get(SETUP).json().path("warnings").toString())
                .contains("EMAIL_WITHOUT_SECOND_FACTOR", "Email sign-in asks nobody");
        setUp(true);
        assertThat(realm().rest().get(SETUP).json().path("warnings").findValuesAsText("code"))
                .containsExactly("PROVIDER_WITHOUT_EMAIL_AUTHORITY");
        assertThat(byEmail(browser(), otpUser("olga"), Map.of()).has("#otp")).isTrue();
    }

    @Test
    void recoveryCodesAreAskedForWhereTheFlowAsksForThem() {
        flows().copyBrowser("with codes", 10, 20);
        flows().require("with codes", "auth-recovery-authn-code-form", "ALTERNATIVE");
        flows().bindBrowser("with codes");
        setUp(true);
        String address = "rita@acme.example";
        SecondFactor.recoveryCodes(realm(), realm().user("rita", address));
        Page asked = byEmail(browser(), address, Map.of());
        assertThat(asked.has("#recoveryCodeInput")).as("%s", asked).isTrue();
        assertIn(asked.submit("#kc-login", Map.of("recoveryCodeInput", SecondFactor.RECOVERY_CODE)));
    }

    @Test
    @RequiresChromium
    void securityKeyIsAskedForWhereTheFlowAsksForIt(Browsers browsers) {
        realm().user("wanda", "wanda@acme.example");
        flows().copyBrowser("with keys", 10, 20);
        flows().require("with keys", "webauthn-authenticator", "ALTERNATIVE");
        flows().bindBrowser("with keys");
        setUp(true);
        try (BrowserContext context = browsers.open(options -> {})) {
            com.microsoft.playwright.Page page = context.newPage();
            VirtualAuthenticator.in(page);
            OidcClient app = realm().app();
            page.navigate(atLocalhost(app, Map.of("kc_action", "webauthn-register")));
            page.locator("#username").fill("wanda");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            VirtualAuthenticator.addPasskey(page);
            app.tokens(page);
            context.clearCookies();

            app = realm().app();
            page.navigate(atLocalhost(app, Map.of()));
            page.locator("#username").fill("anybody");
            page.locator("#kc-login").click();
            page.locator("#try-another-way").click();
            page.locator("[role=button]:has(h2:text-is('Email'))").click();
            EmailSignIn.byCode(page, server().mailbox(), "wanda@acme.example");
            VirtualAuthenticator.usePasskey(page);
            assertThat(app.tokens(page).accessClaims().path("email").asText()).isEqualTo("wanda@acme.example");
        }
    }

    @Test
    void flowWithoutSecondFactorGetsOneForEmail() {
        bind("plain", alternative("auth-cookie"), alternative(PASSWORD_FORM));
        setUp(true);
        assertThat(byEmail(browser(), otpUser("paul"), Map.of()).has("#otp")).isTrue();
        String codes = "paula@acme.example";
        SecondFactor.recoveryCodes(realm(), realm().user("paula", codes));
        assertThat(byEmail(browser(), codes, Map.of()).has("#recoveryCodeInput"))
                .isTrue();
    }

    @Test
    void nameAndPasswordOnTwoPagesAreOneWayThatEmailReplaces() {
        bind(
                "nested",
                alternative("auth-cookie"),
                alternative(
                        "nested forms",
                        required("auth-username-form"),
                        FlowStep.requiredFlow(
                                "nested proof",
                                alternative("webauthn-authenticator-passwordless"),
                                alternative(
                                        "nested password",
                                        required("auth-password-form"),
                                        required("auth-otp-form")))));
        setUp(true);
        Page asked = byEmail(browser(), otpUser("nelly"), Map.of());
        assertThat(asked.has("#otp")).as("%s", asked).isTrue();
        assertThat(flows().authenticators(flows().browser()).stream()
                        .filter("webauthn-authenticator-passwordless"::equals))
                .as("the passkey is a way of its own")
                .hasSize(1);
    }

    @Test
    void levelsOfAuthenticationHoldForEmailToo() {
        bind(
                "levels",
                alternative("auth-cookie"),
                alternative(
                        "levels forms",
                        conditional("levels 1", level(1), required(PASSWORD_FORM)),
                        conditional("levels 2", level(2), required("auth-otp-form"))));
        setUp(true);
        String address = otpUser("lena");
        UserAgent browser = browser();
        OidcClient app = realm().app();
        Page low = byEmail(browser, address, Map.of("acr_values", "low"), app);
        assertThat(app.tokens(low).accessClaims().path("acr").asText()).isEqualTo("low");

        OidcClient higher = realm().app();
        Page asked = higher.authorize(browser, Map.of("scope", "openid", "acr_values", "high"));
        assertThat(asked.has("#otp")).as("stepping up: %s", asked).isTrue();

        app = realm().app();
        asked = byEmail(browser(), address, Map.of("acr_values", "high"), app);
        assertThat(asked.has("#otp")).as("%s", asked).isTrue();
        assertThat(app.tokens(asked.submit("#kc-login", Map.of("otp", SecondFactor.number())))
                        .accessClaims()
                        .path("acr")
                        .asText())
                .isEqualTo("high");
    }

    @Test
    void levelsAboveWhichTheNameIsAskedForAreLeftToTheAdministrator() {
        bind(
                "names",
                alternative("auth-cookie"),
                alternative(
                        "names forms",
                        required("auth-username-form"),
                        conditional("names 1", level(1), required("auth-password-form"))));
        var refused = realm().rest().put(SETUP, Map.of("passwordless", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("field").asText()).isEqualTo("passwordless");
        assertThat(refused.json().path("errorMessage").asText()).contains("“names”");
    }

    @Test
    void passkeyBesideThePasswordStaysBesideTheEmail() {
        bind(
                "choice",
                alternative("auth-cookie"),
                alternative(
                        "choice forms",
                        conditional(
                                "choice 1",
                                level(1),
                                FlowStep.requiredFlow(
                                        "choice proof",
                                        alternative(PASSWORD_FORM),
                                        alternative("webauthn-authenticator-passwordless"))),
                        conditional("choice 2", level(2), required("auth-otp-form"))));
        setUp(true);
        assertIn(byEmail(browser(), otpUser("chloe"), Map.of("acr_values", "low")));
        assertThat(byEmail(browser(), otpUser("chris"), Map.of("acr_values", "high"))
                        .has("#otp"))
                .isTrue();
    }

    @Test
    void whatElseThePasswordsWayDemandsIsDemanded() {
        bind(
                "closed",
                alternative("auth-cookie"),
                alternative(
                        "closed forms",
                        required(PASSWORD_FORM),
                        conditional(
                                "closed to some",
                                required("conditional-user-attribute")
                                        .with(Map.of("attribute_name", "username", "attribute_expected_value", "carl")),
                                required("deny-access-authenticator"))));
        setUp(true);
        realm().user("carl", "carl@acme.example");
        realm().user("carla", "carla@acme.example");
        Page denied = byEmail(browser(), "carl@acme.example", Map.of());
        assertThat(denied.left()).as("%s", denied).isFalse();
        assertIn(byEmail(browser(), "carla@acme.example", Map.of()));
    }

    @Test
    void conditionsThatSpeakOfThePasswordSpeakOfTheEmail() {
        bind(
                "speaking",
                alternative("auth-cookie"),
                alternative(
                        "speaking forms",
                        FlowStep.requiredFlow("speaking password", required(PASSWORD_FORM)),
                        conditional(
                                "speaking second",
                                required("conditional-sub-flow-executed")
                                        .with(Map.of("flow_to_check", "speaking password", "check_result", "executed")),
                                required("conditional-credential")
                                        .with(Map.of("credentials", "password", "included", "true")),
                                required("auth-otp-form"))));
        setUp(true);
        Page asked = byEmail(browser(), otpUser("sonja"), Map.of());
        assertThat(asked.has("#otp")).as("%s", asked).isTrue();
        OidcClient app = realm().app();
        Page password = OidcClient.fillLogin(app.authorize(browser(), Map.of("scope", "openid")), "sonja");
        assertThat(password.has("#otp"))
                .as("the copy asks beside the password, too: %s", password)
                .isTrue();
    }

    @Test
    void secondFactorBehindAllWaysIsAskedForOnce() {
        FlowStep ways = FlowStep.requiredFlow("outer ways", alternative("auth-cookie"), alternative(PASSWORD_FORM));
        bind(
                "outer",
                ways,
                conditional("outer second", required("conditional-user-configured"), required("auth-otp-form")));
        setUp(true);
        Page asked = byEmail(browser(), otpUser("olaf"), Map.of());
        assertThat(asked.has("#otp")).as("%s", asked).isTrue();
        assertIn(asked.submit("#kc-login", Map.of("otp", SecondFactor.number())));
        assertThat(flows().authenticators(flows().browser()).stream().filter("auth-otp-form"::equals))
                .hasSize(1);
    }

    /** Browsers have keys for names alone, not for numbers. */
    private static String atLocalhost(OidcClient app, Map<String, String> extra) {
        return app.authorizationUri(extra).toString().replace("//127.0.0.1:", "//localhost:");
    }

    private static FlowStep level(int level) {
        return required("conditional-level-of-authentication")
                .with(Map.of("loa-condition-level", String.valueOf(level), "loa-max-age", "36000"));
    }

    private void bind(String alias, FlowStep... steps) {
        realm().browserFlow(alias, steps);
    }

    /** Only the sign-in by email, so that no page follows. */
    private void setUp(boolean secondFactor) {
        assertThat(realm().rest()
                        .put(SETUP, Map.of("enabled", false, "passwordless", true, "emailSecondFactor", secondFactor))
                        .status())
                .isEqualTo(204);
    }

    private String otpUser(String username) {
        String address = username + "@acme.example";
        SecondFactor.otp(realm(), realm().user(username, address));
        return address;
    }

    private URI link(String address) {
        emailPage(browser(), Map.of()).submit("#org-switcher-email-submit", Map.of("email", address));
        return server().mailbox().awaitMailTo(address).links().get(0);
    }

    private Page byEmail(UserAgent browser, String address, Map<String, String> extra) {
        return byEmail(browser, address, extra, realm().app());
    }

    private Page byEmail(UserAgent browser, String address, Map<String, String> extra, OidcClient app) {
        return EmailSignIn.byCode(tryEmail(app.authorize(browser, extra)), server().mailbox(), address);
    }

    private Page emailPage(UserAgent browser, Map<String, String> extra) {
        return tryEmail(realm().app().authorize(browser, extra));
    }

    /** Keycloak's page for the name alone leads nowhere else. */
    private Page tryEmail(Page first) {
        Page page = first.has("#try-another-way") ? first : first.submit("#kc-login", Map.of("username", "anybody"));
        assertThat(page.has("#try-another-way")).as("%s", page).isTrue();
        Page ways = page.post(Map.of("tryAnotherWay", "on"));
        assertThat(ways.text()).contains("Sign in with a link or a code");
        return ways.post(Map.of("authenticationExecution", flows().step(flows().browser(), "email-sign-in")));
    }

    private void assertIn(Page page) {
        assertThat(page.left()).as("%s", page).isTrue();
        assertThat(page.query()).containsKey("code");
    }

    private UserAgent browser() {
        return UserAgent.on(server());
    }

    private RealmFlows flows() {
        return new RealmFlows(realm());
    }
}
