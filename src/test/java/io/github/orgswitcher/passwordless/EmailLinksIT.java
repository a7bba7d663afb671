package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** A link is its reader's, whatever becomes of the login that asked for it; and what is told of a link is true. */
class EmailLinksIT extends EmailSignInSuite {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int A_MOMENT = 5;

    private final RealmRepresentation times = new RealmRepresentation();

    /** What somebody may do with a login after asking for a mail. */
    private enum End {
        TURNS_AWAY,
        TURNS_TO_ANOTHER_ADDRESS,
        BEGINS_ANEW,
        SIGNS_IN
    }

    @AfterEach
    void giveTime() {
        if (times.getAccessCodeLifespan() != null) {
            change(realm -> copyTimes(times, realm));
        }
    }

    /** Beyond the realm's own address. Mail programs cut lines at 76 characters or a little later. */
    @Test
    void linkFitsIntoALineOfTheMail() {
        String address = newAddress();
        send(start(browser()), address);
        assertThat(link(address).getQuery()).matches("key=[A-Za-z0-9]{22}");
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void strangerWhoAskedCannotTakeTheLinkAway(End end) {
        String address = newAddress();
        member(address);
        Page strangers = send(start(browser()), address);
        URI link = link(address);

        end(strangers, end);

        UserAgent owner = browser();
        Page question = owner.open(link);
        assertThat(question.text()).contains(address);
        finish(question.submit("#org-switcher-email-confirm"));
        OidcClient app = realm().app();
        assertThat(app.tokens(start(app, owner, Map.of("prompt", "none")))
                        .accessClaims()
                        .path("email")
                        .asText())
                .isEqualTo(address);
    }

    @Test
    void linkOfAGivenUpMailWorksInItsOwnBrowserToo() {
        String address = newAddress();
        member(address);
        UserAgent browser = browser();
        send(start(browser), address).submit("#org-switcher-email-change");

        Page question = browser.open(link(address));

        assertThat(question.text()).doesNotContain("newer email").contains(address);
        assertThat(finish(question.submit("#org-switcher-email-confirm")).left())
                .isTrue();
        assertThat(browser.open(link(address)).text()).as("once").contains("used already");
    }

    @Test
    void linkForOneBrowserThatWasGivenUpDoesNotSpeakOfANewerMail() {
        String address = newAddress();
        UserAgent browser = browser();
        Page sent = signInAgain(address, browser);
        URI link = link(server().mailbox().mailsTo(address).get(1));

        browser.open(URI.create(restart(sent) + "&skip_logout=true"));

        Page refused = browser.open(link);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("was given up").doesNotContain("newer email");
        assertThat(events("email_sign_in_dropped")).isNotEmpty();
    }

    @Test
    void loginThatTimedOutSaysSo() {
        String address = newAddress();
        UserAgent browser = browser();
        change(realm -> {
            copyTimes(realm, times);
            realm.setAccessCodeLifespan(A_MOMENT);
            realm.setAccessCodeLifespanLogin(A_MOMENT);
            realm.setAccessCodeLifespanUserAction(A_MOMENT);
        });
        Page sent = signInAgain(address, browser);
        var mail = server().mailbox().mailsTo(address).get(1);

        Page refused = Eventually.get(
                "The end of the login", PATIENCE, () -> Optional.of(browser().open(link(mail)))
                        .filter(page -> !page.text().contains("in the browser in which you asked")));

        assertThat(refused.text()).contains("has timed out");
        assertThat(enter(sent, code(mail)).text()).contains("timed out");
    }

    @Test
    void pagesWithAnAddressAreNotKept() {
        String address = newAddress();
        UserAgent browser = browser();
        Page asked = start(realm().app(), browser, Map.of("login_hint", address));
        Page sent = send(asked, address);
        Page wrong = enter(sent, wrong(code(address)));
        Page question = browser().open(link(address));
        Page altered = browser().open(URI.create(link(address) + "x"));
        Page profile = question.submit("#org-switcher-email-confirm");
        Page switcher = fillProfile(profile);

        assertThat(List.of(asked, sent, wrong, question, altered, profile, switcher))
                .allSatisfy(page -> assertThat(page.headers())
                        .as("%s", page)
                        .hasEntrySatisfying("cache-control", values -> assertThat(values)
                                .anyMatch(value -> value.contains("no-store"))));
    }

    private void end(Page sent, End end) {
        switch (end) {
            case TURNS_AWAY -> sent.submit("#org-switcher-email-change");
            case TURNS_TO_ANOTHER_ADDRESS ->
                assertThat(isCodePage(send(sent.submit("#org-switcher-email-change"), newAddress())))
                        .isTrue();
            case BEGINS_ANEW ->
                assertThat(isAddressPage(sent.agent().open(restart(sent)))).isTrue();
            case SIGNS_IN -> {
                String own = newAddress();
                member(own);
                Page again = send(sent.submit("#org-switcher-email-change"), own);
                assertThat(finish(enter(again, code(own))).left()).isTrue();
            }
        }
    }

    /** Signs in, and has a mail sent for a login that is to be finished in this browser. */
    private Page signInAgain(String address, UserAgent browser) {
        member(address);
        assertThat(finish(enter(send(start(browser), address), code(address))).left())
                .isTrue();
        return start(realm().app(), browser, Map.of("prompt", "login")).submit("#org-switcher-email-submit");
    }

    /** Where Keycloak's "Restart login" leads. */
    private URI restart(Page page) {
        return URI.create(
                page.element("form").absUrl("action").replace("/login-actions/authenticate", "/login-actions/restart"));
    }

    private static void copyTimes(RealmRepresentation from, RealmRepresentation to) {
        to.setAccessCodeLifespan(from.getAccessCodeLifespan());
        to.setAccessCodeLifespanLogin(from.getAccessCodeLifespanLogin());
        to.setAccessCodeLifespanUserAction(from.getAccessCodeLifespanUserAction());
    }
}
