package io.github.orgswitcher.passwordless;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.LeavesTrace;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A stranger has signed in to an account with somebody else's address and waits, on any page or with anything that Keycloak
 * gives, for the owner to prove the address. Whatever the stranger does then, it is not done as the owner.
 */
@LeavesTrace(
        of = "identityProviderUnexpectedErrorMessage: org.hibernate.exception.ConstraintViolationException",
        because = "Keycloak links the account of a login that was held until its address was another's")
final class WaitingLoginsIT extends SetAsideSuite {

    private static final String DEVICE = "device";

    @Override
    protected TestRealm createRealm() {
        return TestRealm.on(server(), false);
    }

    @BeforeAll
    void prepareClients() {
        ClientRepresentation consenting =
                realm().resource().clients().findByClientId(TestRealm.APP2).get(0);
        consenting.setConsentRequired(true);
        realm().resource().clients().get(consenting.getId()).update(consenting);
        ClientRepresentation device = new ClientRepresentation();
        device.setClientId(DEVICE);
        device.setPublicClient(true);
        device.setAttributes(Map.of("oauth2.device.authorization.grant.enabled", "true"));
        realm().resource().clients().create(device).close();
        realm().enableRequiredAction("TERMS_AND_CONDITIONS", Map.of());
        realm().enableRequiredAction("UPDATE_EMAIL", Map.of("verifyEmail", "true"));
    }

    @Test
    void onTheSwitcher() {
        String address = newAddress();
        OidcClient app = realm().app();
        Page waiting = comeByProvider(app, browser(), address);
        assertThat(waiting.has("#org-switcher")).as("%s", waiting).isTrue();
        String stranger = userIds(address).get(0);

        String owner = prove(address);

        Page end = waiting.post(Map.of("join", acme));
        assertNotTheOwner(app, end.left() ? end : waiting.submit("#org-switcher-skip"), stranger, owner);
        assertThat(realm().isMember(acme, stranger)).isFalse();
        assertThat(realm().isMember(acme, owner)).isFalse();
    }

    @Test
    void onTheTerms() {
        assertHeldUp("TERMS_AND_CONDITIONS", page -> page.submit("#kc-accept"));
    }

    @Test
    void onTheProfile() {
        assertHeldUp("UPDATE_PROFILE", page -> page.submit("#kc-update-profile-form [type=submit]"));
    }

    @Test
    void onThePageOfAnotherPassword() {
        assertHeldUp(
                "UPDATE_PASSWORD",
                page -> page.submit(
                        "#kc-passwd-update-form [type=submit]",
                        Map.of("password-new", password(), "password-confirm", password())));
    }

    @Test
    void onThePageThatSendsKeycloaksMail() {
        String address = newAddress();
        String stranger = stranger(address);
        require(stranger, "VERIFY_EMAIL");
        OidcClient app = realm().app();
        Page waiting = signInByPassword(app, browser(), stranger);
        URI keycloaks = link(mail(address));

        String owner = proveAfter(address, 1);

        Page opened = browser().open(keycloaks);
        assertThat(opened.status()).as("%s", opened).isGreaterThanOrEqualTo(400);
        assertThat(account(stranger).toRepresentation().isEmailVerified()).isFalse();
        assertNotTheOwner(app, finish(waiting.agent().open(waiting.uri())), stranger, owner);
    }

    @Test
    void onTheConsent() {
        String address = newAddress();
        String stranger = stranger(address);
        OidcClient app = realm().app2();
        Page waiting = signInByPassword(app, browser(), stranger);
        assertThat(waiting.has("[name=accept]")).as("%s", waiting).isTrue();

        String owner = prove(address);

        assertNotTheOwner(app, waiting.submit("[name=accept]"), stranger, owner);
    }

    @Test
    void withAnApplicationsAction() {
        String address = newAddress();
        String stranger = stranger(address);
        UserAgent browser = browser();
        signInByPassword(realm().app(), browser, stranger);
        OidcClient again = realm().app();
        Page waiting = again.authorize(browser, Map.of("kc_action", "UPDATE_PASSWORD"));
        assertThat(waiting.has("#kc-passwd-update-form")).as("%s", waiting).isTrue();

        String owner = prove(address);

        waiting.submit(
                "#kc-passwd-update-form [type=submit]",
                Map.of("password-new", "another-horse-2", "password-confirm", "another-horse-2"));
        assertThat(account(owner).credentials()).isEmpty();
    }

    @Test
    void withADevice() {
        String address = newAddress();
        String stranger = stranger(address);
        JsonNode device = realm().userRest("")
                .call(
                        "POST",
                        "protocol/openid-connect/auth/device",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("client_id=" + DEVICE + "&scope=openid"))
                .json();
        UserAgent browser = browser();
        Page first =
                browser.open(URI.create(device.path("verification_uri_complete").asText()));
        Page waiting = byPassword(first, stranger);
        assertThat(waiting.has("[name=accept]")).as("%s", waiting).isTrue();

        String owner = prove(address);

        waiting.submit("[name=accept]");
        JsonNode answer = realm().userRest("")
                .call(
                        "POST",
                        "protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("client_id=" + DEVICE
                                + "&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
                                + device.path("device_code").asText()))
                .json();
        assertThat(owner).isNotEqualTo(stranger);
        if (answer.has("access_token")) {
            String claims = new String(
                    Base64.getUrlDecoder()
                            .decode(answer.path("access_token").asText().split("\\.")[1]),
                    UTF_8);
            assertThat(claims).contains(stranger).doesNotContain(owner).doesNotContain(address);
        }
    }

    @Test
    void withTokens() {
        String address = newAddress();
        String stranger = stranger(address);
        String name = account(stranger).toRepresentation().getUsername();
        Tokens online = realm().app().directGrant(name);
        String offline = realm().app()
                .tokenRequest(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        name,
                        "password",
                        password(),
                        "scope",
                        "openid offline_access"))
                .json()
                .path("refresh_token")
                .asText();

        prove(address);

        for (String token : List.of(String.valueOf(online.refreshToken()), offline)) {
            assertThat(realm().app()
                            .tokenRequest(Map.of("grant_type", "refresh_token", "refresh_token", token))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void withALinkThatChangesTheAddress() {
        String address = newAddress();
        String stranger = stranger(address);
        String other = newAddress();
        UserAgent browser = browser();
        signInByPassword(realm().app(), browser, stranger);
        Page asked = realm().app().authorize(browser, Map.of("kc_action", "UPDATE_EMAIL"));
        asked.submit("#kc-update-email-form [type=submit]", Map.of("email", other));
        URI change = link(mail(other));

        String owner = prove(address);

        Page opened = browser().open(change);
        while (opened.has("a[href*=action-token]")) {
            opened = opened.click("a[href*=action-token]");
        }
        assertThat(account(owner).toRepresentation().getEmail()).isEqualTo(address);
        assertThat(account(stranger).toRepresentation().isEmailVerified()).isFalse();
        assertThat(account(stranger).toRepresentation().getAttributes())
                .satisfiesAnyOf(attributes -> assertThat(attributes).isNull(), attributes -> assertThat(attributes)
                        .doesNotContainKey("kc.email.pending"));
    }

    @Test
    void withAMailOfAnAdministrators() {
        String address = newAddress();
        String stranger = stranger(address);
        account(stranger).executeActionsEmail(List.of("UPDATE_PASSWORD"));
        URI actions = link(mail(address));

        String owner = proveAfter(address, 1);

        assertThat(browser().open(actions).status()).isGreaterThanOrEqualTo(400);
        assertThat(account(stranger).toRepresentation().getEmail()).isNull();
        assertThat(account(owner).credentials()).isEmpty();
    }

    @Test
    void whereARegistrationAsksForNoPassword() {
        var flows = realm().resource().flows();
        var step = flows.getExecutions("registration").stream()
                .filter(execution -> "registration-password-action".equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
        step.setRequirement("DISABLED");
        flows.updateExecutions("registration", step);
        try {
            String address = newAddress();
            OidcClient app = realm().app2();
            UserAgent browser = browser();
            Page form = browser.open(
                    URI.create(app.authorizationUri(Map.of()).toString().replace("/auth?", "/registrations?")));
            Page waiting = form.submit(
                    "#kc-register-form [type=submit]",
                    Map.of("username", "nobody-" + address, "email", address, "firstName", "No", "lastName", "Body"));
            assertThat(waiting.has("[name=accept]")).as("%s", waiting).isTrue();
            String stranger = userIds(address).get(0);
            assertThat(account(stranger).credentials()).isEmpty();

            String owner = prove(address);

            assertNotTheOwner(app, waiting.submit("[name=accept]"), stranger, owner);
        } finally {
            step.setRequirement("REQUIRED");
            flows.updateExecutions("registration", step);
        }
    }

    @Test
    void whereTheBrowserIsStoppedBeforeTheProvidersAccountIsLinked() {
        String address = newAddress();
        OidcClient app = realm().app();
        UserAgent browser = browser();
        browser.holdBackFrom("after-first-broker-login");
        Page held = comeByProvider(app, browser, address);
        assertThat(held.uri().toString()).contains("after-first-broker-login");
        String stranger = userIds(address).get(0);
        assertThat(account(stranger).getFederatedIdentity()).isEmpty();

        String owner = prove(address);

        browser.holdBackFrom("");
        browser.open(held.uri());
        assertThat(account(owner).getFederatedIdentity()).isEmpty();
        assertThat(owner).isNotEqualTo(stranger);
    }

    private void assertHeldUp(String action, UnaryOperator<Page> goOn) {
        String address = newAddress();
        String stranger = stranger(address);
        require(stranger, action);
        OidcClient app = realm().app();
        Page waiting = signInByPassword(app, browser(), stranger);
        assertThat(waiting.left()).as("%s", waiting).isFalse();

        String owner = prove(address);

        Page end = goOn.apply(waiting);
        if (!end.left() && end.has("#kc-update-profile-form")) {
            end = end.submit("#kc-update-profile-form [type=submit]", Map.of("email", newAddress()));
        }
        assertNotTheOwner(app, finish(end), stranger, owner);
    }

    private void assertNotTheOwner(OidcClient app, Page end, String stranger, String owner) {
        assertThat(owner).isNotEqualTo(stranger);
        if (end.left() && end.query().containsKey("code")) {
            var claims = app.tokens(end).accessClaims();
            assertThat(claims.path("sub").asText()).isEqualTo(stranger);
            assertThat(claims.path("email_verified").asBoolean()).isFalse();
        }
    }

    private void require(String id, String action) {
        UserRepresentation user = account(id).toRepresentation();
        user.setRequiredActions(List.of(action));
        account(id).update(user);
    }

    private String proveAfter(String address, int others) {
        assertThat(server().mailbox().mailsTo(address)).hasSize(others);
        return prove(address);
    }

    private Page comeByProvider(OidcClient app, UserAgent browser, String address) {
        String name = "social-" + address.substring(0, address.indexOf('@'));
        realm().socialUser(name, address, false);
        return app.signInSocially(browser, name, Map.of("scope", "openid organization"));
    }

    private Page signInByPassword(OidcClient app, UserAgent browser, String id) {
        return byPassword(start(app, browser, Map.of()), id);
    }
}
