package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a login has shown of a person before the email, and what it has not. */
final class ProofsOfALoginIT extends SetAsideSuite {

    private static final String NAME_FIRST = "name first";
    private static final String PASSWORD_AND_EMAIL = "password and email";

    @BeforeAll
    void makeFlows() {
        realm().browserFlow(
                        NAME_FIRST,
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative(
                                NAME_FIRST + " forms",
                                FlowStep.required("auth-username-form"),
                                new FlowStep(
                                        NAME_FIRST + " proofs",
                                        "REQUIRED",
                                        Map.of(),
                                        List.of(
                                                FlowStep.alternative(EMAIL),
                                                FlowStep.alternative("auth-password-form")))));
        realm().browserFlow(
                        PASSWORD_AND_EMAIL,
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative(
                                PASSWORD_AND_EMAIL + " forms",
                                FlowStep.required("auth-username-password-form"),
                                FlowStep.required(EMAIL)));
        bind(FLOW);
    }

    @AfterEach
    void bindUsualFlow() {
        bind(FLOW);
    }

    private void bind(String flow) {
        change(realm -> realm.setBrowserFlow(flow));
    }

    @Test
    void typedNameIsNoProof() {
        bind(NAME_FIRST);
        String address = newAddress();
        String older = stranger(address);
        OidcClient app = realm().app();
        Page page = byEmail(start(app, browser(), Map.of()).submit("#kc-login", Map.of("username", address)));
        assertThat(page.element("#org-switcher-email-address").val()).isEqualTo(address);

        String owner = subject(app, finish(enter(send(page, address), code(address))));

        assertThat(owner).isNotEqualTo(older);
        assertThat(account(older).toRepresentation().isEmailVerified()).isFalse();
    }

    @Test
    void nameOfOneAndMailToAnotherSignInTheOther() {
        bind(NAME_FIRST);
        String named = newAddress();
        member(named);
        String address = newAddress();
        String id = member(address);
        OidcClient app = realm().app();
        Page page = byEmail(start(app, browser(), Map.of()).submit("#kc-login", Map.of("username", named)));

        assertThat(subject(app, finish(enter(send(page, address), code(address)))))
                .isEqualTo(id);
    }

    /** Keycloak shows the ways of whoever it knows the name of, those with a credential first. */
    private static Page byEmail(Page page) {
        if (isAddressPage(page)) {
            return page;
        }
        Page ways = page.post(Map.of("tryAnotherWay", "on"));
        String last =
                ways.document().select("[name=authenticationExecution]").last().attr("value");
        return ways.post(Map.of("authenticationExecution", last));
    }

    @Test
    void hintIsNoProof() {
        String address = newAddress();
        String older = stranger(address);
        OidcClient app = realm().app();
        Page page = start(app, browser(), Map.of("login_hint", address));

        assertThat(subject(app, finish(enter(send(page, address), code(address)))))
                .isNotEqualTo(older);
    }

    @Test
    void passwordInTheSameLoginIsOne() {
        bind(PASSWORD_AND_EMAIL);
        String address = newAddress();
        String id = stranger(address);
        realm().member(acme, id);
        OidcClient app = realm().app();
        Page password = start(app, browser(), Map.of());
        Page page = password.submit(
                "#kc-login", Map.of("username", account(id).toRepresentation().getUsername(), "password", password()));
        assertThat(isAddressPage(page)).isFalse();

        Page end = enter(page.submit("#org-switcher-email-submit"), code(address));

        assertThat(subject(app, finish(end))).isEqualTo(id);
        assertThat(account(id).toRepresentation().isEmailVerified()).isTrue();
        assertThat(account(id).credentials()).hasSize(1);
    }

    @Test
    void sessionIsNoProofOfAnAddress() {
        String address = newAddress();
        String id = stranger(address);
        UserAgent browser = browser();
        signIn(browser, id);

        Page again = start(realm().app(), browser, Map.of("prompt", "login"));

        assertThat(isAddressPage(again)).isFalse();
        assertThat(again.has("#org-switcher-email-submit")).as("%s", again).isFalse();
        assertThat(again.has("#password")).as("%s", again).isTrue();
    }

    @Test
    void sessionsPersonIsTheOneWhoIsMailed() {
        String address = newAddress();
        String id = member(address);
        UserAgent browser = browser();
        signIn(browser, id);
        OidcClient app = realm().app();
        String other = newAddress();
        member(other);

        Page again = start(app, browser, Map.of("prompt", "login"));
        Page sent = again.submit("#org-switcher-email-submit", Map.of("email", other));

        assertThat(server().mailbox().mailsTo(other)).isEmpty();
        assertThat(subject(app, finish(enter(sent, code(address))))).isEqualTo(id);
    }

    private void signIn(UserAgent browser, String id) {
        OidcClient app = realm().app();
        app.tokens(finish(byPassword(start(app, browser, Map.of()), id)));
    }
}
