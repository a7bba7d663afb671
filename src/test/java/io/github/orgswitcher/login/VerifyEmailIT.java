package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import org.junit.jupiter.api.Test;

/** An address that is not verified opens nothing; the page leads through Keycloak's own verification and back. */
class VerifyEmailIT extends SwitcherSuite {

    @Test
    void unverifiedAddressOpensNothingUntilItIsVerifiedByMail() {
        Person dave = person("dave", "dave@acme.example", false);
        OidcClient app = realm().app();
        Switcher switcher = Switcher.on(dave.signIn(app));
        assertThat(switcher.offers()).isEmpty();
        assertThat(switcher.page().text()).doesNotContain("Acme");
        Switcher refused = Switcher.on(switcher.post("join", acme));
        assertThat(refused.choiceError()).contains("no longer available");

        Page sent = refused.page().submit("#org-switcher-verify");
        assertThat(sent.has("form#org-switcher"))
                .as("Keycloak's own page: %s", sent)
                .isFalse();
        Mail mail = server().mailbox().awaitMailTo("dave@acme.example");
        Switcher verified = Switcher.on(dave.agent.open(mail.links().get(0)));

        assertThat(verified.offers()).containsExactly("acme", "acme-labs");
        assertThat(organizations(app, verified.join("acme"))).containsExactly("acme");
    }

    @Test
    void skippingIsRememberedWhileNothingChanges() {
        Person dan = person("dan", "dan@acme.example", false);
        Switcher.on(dan.signIn(realm().app())).skip();

        OidcClient app = realm().app();
        assertThat(organizations(app, dan.elsewhere().signIn(app))).isEmpty();
    }

    @Test
    void nothingIsSaidWhereVerifyingWouldBringNothing() {
        Switcher switcher =
                Switcher.on(person("dina", "dina@nobodys.example", false).signIn(realm().app()));

        assertThat(switcher.page().has("#org-switcher-verify")).isFalse();
    }
}
