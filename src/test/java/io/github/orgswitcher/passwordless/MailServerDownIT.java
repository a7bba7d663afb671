package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A failure of mail locks nobody out. */
class MailServerDownIT extends EmailSignInSuite {

    @Test
    void otherWaysInAreStillThere() {
        Map<String, String> working = realm().resource().toRepresentation().getSmtpServer();
        change(realm -> realm.setSmtpServer(Map.of("host", "127.0.0.1", "port", "1", "from", "keycloak@mail.example")));
        realm().socialUser("sally", "sally@acme.example", true);
        OidcClient app = realm().app();

        Page page = send(start(app, browser(), Map.of()), "sally@acme.example");

        assertThat(addressError(page)).contains("could not be sent", "another way");
        assertThat(page.element("#org-switcher-email-address").attr("value")).isEqualTo("sally@acme.example");
        assertThat(userExists("sally@acme.example")).isFalse();
        assertThat(events("email_send_failed")).hasSize(1);

        Page switcher = OidcClient.fillLogin(page.click("#social-social"), "sally");
        assertThat(organizations(app, switcher.submit("#org-switcher-join-acme")))
                .isEqualTo(List.of("acme"));

        for (int i = 0; i < 6; i++) {
            send(start(browser()), "again@acme.example");
        }
        change(realm -> realm.setSmtpServer(working));
        assertThat(isCodePage(send(start(browser()), "again@acme.example")))
                .as("mails that were not sent count for nothing")
                .isTrue();
    }
}
