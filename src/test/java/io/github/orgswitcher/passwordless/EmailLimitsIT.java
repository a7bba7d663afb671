package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** What limits leave to an attacker, and what they must not take from the owner of an address. */
class EmailLimitsIT extends EmailSignInSuite {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BRIEF = "email-brief";
    private static final String FEW_GUESSES = "email-few-guesses";
    private static final String FEW_IN_ALL = "email-few-in-all";
    private static final String FEW_FROM_ONE = "email-few-from-one";

    @BeforeAll
    void addFlows() {
        useFlow(BRIEF, Map.of("maxMailsPerAddress", "1", "lifetimeSeconds", "2"));
        useFlow(FEW_GUESSES, Map.of("maxWrongCodesPerClient", "3"));
        useFlow(FEW_IN_ALL, Map.of("maxMailsPerRealm", "1"));
        useFlow(FEW_FROM_ONE, Map.of("maxMailsPerClient", "2", "maxWrongCodesPerClient", "1"));
        // The networks below are elsewhere, and this server speaks no HTTPS.
        change(realm -> realm.setSslRequired("none"));
    }

    @BeforeEach
    void useDefaults() {
        realm().bindBrowserFlow(FLOW);
    }

    @Test
    void ownerGetsInByTheNewestLinkWhoeverHasAskedForIt() {
        String address = newAddress();
        member(address);
        for (int i = 0; i < 5; i++) {
            assertThat(isCodePage(send(start(browser()), address))).isTrue();
        }
        UserAgent owner = browser();

        Page refused = send(start(owner), address);

        assertThat(addressError(refused)).contains("Open the link in the newest one, or ask again in 10 min");
        List<Mail> mails = server().mailbox().mailsTo(address);
        assertThat(mails).hasSize(5);
        Page question = owner.open(link(mails.get(4)));
        assertThat(finish(question.submit("#org-switcher-email-confirm")).left())
                .isTrue();
        assertThat(isCodePage(send(start(browser()), address)))
                .as("a proof gives the owner as many mails again")
                .isTrue();
    }

    /** Such a login can be answered in its own browser alone, and so can those of the strangers who ask. */
    @Test
    void ownerGetsInByALinkBeyondTheLimitWithSamlToo() {
        addSamlApplication();
        String address = newAddress();
        member(address);
        for (int i = 0; i < 5; i++) {
            assertThat(isCodePage(send(startSaml(browser()), address))).isTrue();
        }
        UserAgent owner = browser();

        Page sent = send(startSaml(owner), address);

        assertThat(sent.text()).contains("Open its link");
        URI link = link(server().mailbox().awaitMailTo(address, 5));
        UserAgent elsewhere = browser();
        assertThat(elsewhere.open(link).has("#org-switcher-email-confirm")).isTrue();
        assertThat(finish(owner.open(link)).has("input[name=SAMLResponse]"))
                .as("the application's answer")
                .isTrue();
    }

    @Test
    void ownerOpensTheNewestLinkElsewhereAndComesBackToSaml() {
        addSamlApplication();
        String address = newAddress();
        member(address);
        for (int i = 0; i < 6; i++) {
            send(startSaml(browser()), address);
        }
        UserAgent owner = browser();

        assertThat(addressError(send(startSaml(owner), address))).contains("Open the link in the newest one");

        URI newest = link(server().mailbox().awaitMailTo(address, 5));
        Page home = finish(owner.open(newest).submit("#org-switcher-email-confirm"));
        assertThat(home.uri().getPath()).as("%s", home).contains("/account");
        Page answer = finish(owner.open(saml()));
        assertThat(answer.has("input[name=SAMLResponse]"))
                .as("by the session: %s", answer)
                .isTrue();
    }

    private void addSamlApplication() {
        ClientRepresentation saml = new ClientRepresentation();
        saml.setClientId("saml-app");
        saml.setProtocol("saml");
        saml.setEnabled(true);
        saml.setRedirectUris(List.of("http://127.0.0.1/*"));
        saml.setAttributes(Map.of(
                "saml_idp_initiated_sso_url_name", "saml-app",
                "saml_assertion_consumer_url_post", "http://127.0.0.1/acs",
                "saml.client.signature", "false"));
        realm().resource().clients().create(saml).close();
    }

    private URI saml() {
        return URI.create(server().realmUri(realm().name()) + "/protocol/saml/clients/saml-app");
    }

    private Page startSaml(UserAgent agent) {
        return agent.open(saml());
    }

    @Test
    void ownerGetsInByTheCodeOfAnOwnMailWhateverOthersDo() {
        String address = newAddress();
        member(address);
        Page own = send(start(browser()), address);
        String code = code(address);
        for (int i = 1; i < 5; i++) {
            Page strangers = send(start(browser()), address);
            String other = code(server().mailbox().mailsTo(address).get(i));
            for (int j = 0; j < 6; j++) {
                strangers = enter(strangers, wrong(other));
            }
            assertThat(codeError(strangers)).contains("too many wrong codes");
        }

        assertThat(finish(enter(own, code)).left()).isTrue();
    }

    @Test
    void beyondTheLimitAMailGoesWhenNoOtherCanBeUsed() {
        realm().bindBrowserFlow(BRIEF);
        String address = newAddress();
        member(address);
        send(start(browser()), address);

        UserAgent owner = browser();
        Page sent = Eventually.get("A mail beyond the limit", PATIENCE, () -> Optional.of(send(start(owner), address))
                .filter(page -> !isAddressPage(page)));

        Mail mail = server().mailbox().awaitMailTo(address, 1);
        assertThat(mail.text()).as("no more guesses").doesNotContainPattern("\\d{3} \\d{3}");
        assertThat(isCodePage(sent)).isFalse();
        assertThat(sent.text()).contains("Open its link");
    }

    @Test
    void furtherSpellingsFloodNoMailbox() {
        String plain = newAddress();
        List<String> spellings = IntStream.range(0, 25)
                .mapToObj(number -> plain.replace("@", "+" + number + "@"))
                .map(address -> address.substring(0, 3).toUpperCase() + address.substring(3))
                .toList();

        spellings.forEach(address -> send(start(browser()), address));

        assertThat(spellings.stream()
                        .mapToInt(address -> server().mailbox()
                                .mailsTo(address.toLowerCase())
                                .size())
                        .sum())
                .isEqualTo(5);
        assertThat(isCodePage(send(start(browser()), plain)))
                .as("the plain address has mails of its own")
                .isTrue();
    }

    @Test
    void wrongCodesAtOnceLoseNoCount() {
        realm().bindBrowserFlow(FEW_GUESSES);
        List<String> addresses =
                Stream.generate(EmailSignInSuite::newAddress).limit(10).toList();
        List<Page> pages = AtOnce.begin(addresses.stream()
                        .<Supplier<Page>>map(
                                address -> () -> send(start(UserAgent.ofNetwork(server(), "203.0.113.7")), address))
                        .toList())
                .answers();
        List<String> wrong =
                addresses.stream().map(address -> wrong(code(address))).toList();

        List<Page> first = racing(entering(pages, wrong));
        List<Page> second = racing(entering(first, wrong));

        assertThat(first)
                .as("each code is compared once, since it might be the owner's")
                .allSatisfy(page -> assertThat(codeError(page)).contains("not right"));
        assertThat(second)
                .as("three were within the limit, and have one more")
                .filteredOn(page -> codeError(page).contains("not right"))
                .hasSize(3);
        assertThat(second)
                .filteredOn(page -> codeError(page).contains("too many wrong codes"))
                .hasSize(7);
        String address = newAddress();
        Page own = send(start(UserAgent.ofNetwork(server(), "203.0.113.7")), address);
        assertThat(enter(own, code(address)).has("#kc-update-profile-form"))
                .as("the right code is taken")
                .isTrue();
    }

    @Test
    void realmBeyondItsLimitMailsLinksAlone() {
        realm().bindBrowserFlow(FEW_IN_ALL);
        Eventually.get("The realm's limit", PATIENCE, () -> Optional.of(send(start(browser()), newAddress()))
                .filter(page -> !isCodePage(page)));
        String address = newAddress();
        UserAgent owner = browser();

        Page sent = send(start(owner), address);

        assertThat(sent.text()).contains("Check your email");
        assertThat(owner.open(link(address)).has("#kc-update-profile-form"))
                .as("nobody is kept out")
                .isTrue();
        send(start(browser()), address);
        assertThat(addressError(send(start(browser()), address))).contains("Open the link in the newest one");
    }

    @Test
    void networkGuessesForManyAddressesNoLonger() {
        realm().bindBrowserFlow(FEW_FROM_ONE);
        UserAgent[] browsers = IntStream.range(0, 3)
                .mapToObj(number -> UserAgent.ofNetwork(server(), "2001:db8:1:2::" + number))
                .toArray(UserAgent[]::new);
        String address = newAddress();
        Page guessing = send(start(browsers[0]), address);
        String wrong = wrong(code(address));
        guessing = enter(guessing, wrong);
        guessing = enter(guessing, wrong);
        guessing = enter(guessing, wrong);
        assertThat(codeError(guessing)).contains("too many wrong codes");
        assertThat(isCodePage(send(start(browsers[1]), newAddress()))).isTrue();

        assertThat(addressError(send(start(browsers[2]), newAddress()))).contains("Too many emails");

        assertThat(isCodePage(send(start(UserAgent.ofNetwork(server(), "2001:db8:1:3::1")), newAddress())))
                .as("other networks go on")
                .isTrue();
    }

    @Test
    void usedMailsCountForNothing() {
        realm().bindBrowserFlow(FEW_FROM_ONE);
        for (int i = 0; i < 4; i++) {
            String address = newAddress();
            member(address);
            Page sent = send(start(UserAgent.ofNetwork(server(), "198.51.100.1")), address);
            assertThat(finish(enter(sent, code(address))).left())
                    .as("an office signs in")
                    .isTrue();
        }
    }

    /** None of them has ended before all of them were counted. */
    private List<Page> racing(List<Supplier<Page>> calls) {
        try (HeldRows held = HeldRows.ofEvents(server())) {
            return held.race(calls.size(), calls);
        }
    }

    private static List<Supplier<Page>> entering(List<Page> pages, List<String> codes) {
        return IntStream.range(0, pages.size())
                .<Supplier<Page>>mapToObj(number -> () -> enter(pages.get(number), codes.get(number)))
                .toList();
    }
}
