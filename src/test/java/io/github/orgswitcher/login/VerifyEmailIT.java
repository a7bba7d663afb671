package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

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

    /** Whoever never comes back from there has still to choose. */
    @Test
    void verificationThatTheRealmSwitchesOffOnTheWayTakesNoChoiceAway() {
        Person dora = person("dora", "dora@acme.example", false);
        Page sent = Switcher.on(dora.signIn(realm().app())).page().submit("#org-switcher-verify");
        switchVerification(false);
        try {
            Page again = dora.agent.open(sent.uri()).click("#loginContinueLink");

            assertThat(again.has("form#org-switcher")).as("%s", again).isTrue();
            assertThat(again.has("#org-switcher-verify")).isFalse();
        } finally {
            switchVerification(true);
        }
    }

    private void switchVerification(boolean on) {
        var flows = realm().resource().flows();
        RequiredActionProviderRepresentation action = flows.getRequiredAction("VERIFY_EMAIL");
        action.setEnabled(on);
        flows.updateRequiredAction("VERIFY_EMAIL", action);
    }

    @Test
    void spellingsOfOneMailboxAskForNoMoreMailsThanOneMayHave() {
        for (int number = 0; number < 6; number++) {
            String address = "max+" + number + "@acme.example";
            Page page = person("max" + number, address, false).signIn(realm().app());
            Page answer = page.submit("#org-switcher-verify");
            if (number < 5) {
                assertThat(answer.has("form#org-switcher")).as("%s", answer).isFalse();
            } else {
                assertThat(Switcher.on(answer).choiceError()).contains("Too many emails");
                assertThat(server().mailbox().mailsTo(address)).isEmpty();
                assertThat(realm().events().get(0).getError()).isEqualTo("org_switcher_verify_too_many");
            }
        }
        assertThat(person("max", "max@acme.example", false)
                        .signIn(realm().app())
                        .submit("#org-switcher-verify")
                        .has("form#org-switcher"))
                .as("what others ask for further spellings counts for nothing at the plain one")
                .isFalse();
    }

    /** Who signs in by email need not be anybody; who asks here has signed in. */
    @Test
    void mailsThatStrangersAskForUseNoneOfThoseUpThatVerifyAnAddress() {
        realm().passwordless();
        try {
            for (int number = 0; number < 5; number++) {
                Page sent = realm().app()
                        .authorize(UserAgent.on(server()), ORGANIZATION)
                        .submit("#org-switcher-email-submit", Map.of("email", "moe+" + number + "@acme.example"));
                assertThat(sent.has("#org-switcher-email-code")).as("%s", sent).isTrue();
            }
            Page page = person("moe", "moe+own@acme.example", false).signIn(realm().app());

            Page answer = page.submit("#org-switcher-verify");

            assertThat(answer.has("form#org-switcher")).as("%s", answer).isFalse();
            assertThat(server().mailbox().awaitMailTo("moe+own@acme.example").links())
                    .isNotEmpty();
        } finally {
            realm().bindBrowserFlow("browser");
        }
    }

    /** Keycloak's mail would go to the second of the two domains, and verify the first. */
    @Test
    void addressThatIsReadInTwoWaysIsNotToBeVerified() {
        organization("Ma\u00df", "mass", "ma\u00df.example", "\u03b2\u03cc\u03bb\u03bf\u03c2.example");
        for (String address : List.of("mia@ma\u00df.example", "mia@\u03b2\u03cc\u03bb\u03bf\u03c2.example")) {
            Switcher switcher =
                    Switcher.on(person("mia" + address.length(), address, false).signIn(realm().app()));

            assertThat(switcher.page().has("#org-switcher-verify")).isFalse();
            Switcher refused = Switcher.on(switcher.post("verify", "true"));
            assertThat(refused.page().has("form#org-switcher")).isTrue();
        }
        assertThat(server().mailbox().mailsTo("mia@mass.example")).isEmpty();
    }

    @Test
    void verifiedAddressThatIsReadInTwoWaysOpensNothing() {
        String id = organization("Stra\u00dfe", "strasse", "stra\u00dfe.example");
        Person mona = person("mona", "mona@stra\u00dfe.example", true);

        Switcher switcher = Switcher.on(mona.signIn(realm().app()));

        assertThat(switcher.offers()).isEmpty();
        assertThat(switcher.page().text()).doesNotContain("Allow colleagues");
        assertThat(switcher.page().has("[name=allowColleagues]")).isFalse();
        assertThat(Switcher.on(switcher.post("join", id)).choiceError()).contains("no longer available");
        assertThat(Switcher.on(person("mara", "mara@xn--strae-oqa.example", true)
                                .signIn(realm().app()))
                        .offers())
                .as("written so that it has one reading")
                .containsExactly("strasse");
    }

    @Test
    void skippingIsRememberedWhileNothingChanges() {
        Person dan = person("dan", "dan@acme.example", false);
        Switcher.on(dan.signIn(realm().app())).skip();

        OidcClient app = realm().app();
        assertThat(organizations(app, dan.elsewhere().signIn(app))).isEmpty();
    }

    /** What it would bring, an invitation or nothing, is not to be seen before. */
    @Test
    void whoeverHasNothingToChooseCanVerifyTheirAddress() {
        realm().invite(acme, "ivy@invited.example");
        Person ivy = person("ivy", "ivy@invited.example", false);
        Switcher nobody =
                Switcher.on(person("dina", "dina@nobodys.example", false).signIn(realm().app()));
        OidcClient app = realm().app();
        Switcher switcher = Switcher.on(ivy.signIn(app));
        assertThat(nobody.page().has("#org-switcher-verify")).isTrue();
        assertThat(switcher.invitations()).isEmpty();

        switcher.page().submit("#org-switcher-verify");
        Mail mail = server().mailbox().awaitMailTo("ivy@invited.example");
        Switcher verified = Switcher.on(ivy.agent.open(mail.links().get(0)));

        assertThat(verified.invitations()).containsExactly("acme");
    }
}
