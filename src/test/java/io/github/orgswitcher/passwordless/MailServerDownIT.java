package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure of mail locks nobody out. */
class MailServerDownIT extends EmailSignInSuite {

    /** Has the page shown, whatever there is to choose. */
    private static final Map<String, String> SWITCH =
            Map.of("scope", "openid organization", "prompt", "select_account");

    private Map<String, String> working = Map.of();

    @BeforeEach
    void stopTheMailServer() {
        working = realm().resource().toRepresentation().getSmtpServer();
        change(realm -> realm.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "keycloak@mail.example")));
    }

    @AfterEach
    void startTheMailServer() {
        change(realm -> {
            realm.setSmtpServer(working);
            realm.setVerifyEmail(false);
        });
    }

    @Test
    void otherWaysInAreStillThere() {
        realm().socialUser("sally", "sally@acme.example", true);
        OidcClient app = realm().app();
        int failed = events("email_send_failed").size();

        Page page = send(start(app, browser(), Map.of()), "sally@acme.example");

        assertThat(addressError(page)).contains("could not be sent", "another way");
        assertThat(page.element("#org-switcher-email-address").attr("value")).isEqualTo("sally@acme.example");
        assertThat(userExists("sally@acme.example")).isFalse();
        assertThat(events("email_send_failed")).hasSize(failed + 1);

        Page switcher = OidcClient.fillLogin(page.click("#social-social"), "sally");
        assertThat(organizations(app, switcher.submit("#org-switcher-join-acme")))
                .isEqualTo(List.of("acme"));

        for (int i = 0; i < 6; i++) {
            send(start(browser()), "again@acme.example");
        }
        startTheMailServer();
        assertThat(isCodePage(send(start(browser()), "again@acme.example")))
                .as("mails that were not sent count for nothing")
                .isTrue();
    }

    /** The mark came with another address, so that the present one opens nothing. In such a realm nobody gets in without it. */
    @Test
    void whoPressesVerifyIsToldAndGoesOnAsVerifiedAsBefore() {
        realm().socialUser("vince", "vince@former.example", true);
        finish(realm().app().signInSocially(browser(), "vince"));
        String id = realm().userId("vince");
        assertThat(realm().rest()
                        .put("users/" + id, Map.of("email", "vince@acme.example"))
                        .status())
                .isEqualTo(204);
        change(realm -> realm.setVerifyEmail(true));
        OidcClient app = realm().app();
        int failed = events("email_send_failed").size();

        Page page = app.signInSocially(browser(), "vince", SWITCH);
        Page told = page;
        for (int press = 0; press < 6; press++) {
            told = told.submit("#org-switcher-verify");
            assertThat(told.element("#org-switcher-error").text())
                    .contains("The email could not be sent. Try again later.");
        }

        assertThat(events("email_send_failed")).hasSize(failed + 6);
        assertThat(realm().resource().users().get(id).toRepresentation().isEmailVerified())
                .isTrue();
        assertThat(organizations(app, told.submit("#org-switcher-skip"))).isEmpty();
        assertThat(app.signInSocially(browser(), "vince").left()).isTrue();

        startTheMailServer();
        Page sent = app.signInSocially(browser(), "vince", SWITCH).submit("#org-switcher-verify");
        assertThat(sent.has("form#org-switcher"))
                .as("Keycloak's own page: %s", sent)
                .isFalse();
        assertThat(server().mailbox().awaitMailTo("vince@acme.example").links())
                .as("mails that were not sent count for nothing")
                .isNotEmpty();
        assertThat(server().mailbox().mailsTo("vince@acme.example")).hasSize(1);
    }

    @Test
    void whoHasNeverVerifiedIsToldAndGoesOn() {
        realm().socialUser("vera", "vera@acme.example", false);
        OidcClient app = realm().app();

        Page told = app.signInSocially(browser(), "vera").submit("#org-switcher-verify");

        assertThat(told.element("#org-switcher-error").text()).contains("could not be sent");
        assertThat(finish(told).left()).isTrue();
    }
}
