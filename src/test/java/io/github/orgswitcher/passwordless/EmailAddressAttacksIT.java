package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.SqlCount;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Whoever is at the browser is the attacker: types the addresses of others, and what is none. */
class EmailAddressAttacksIT extends EmailSignInSuite {

    private static final String TIGHT = "email-tight";

    @BeforeAll
    void addFlow() {
        useFlow(TIGHT, Map.of("maxMailsPerAddress", "2", "maxMailsPerSession", "3", "resendSeconds", "1"));
    }

    @BeforeEach
    void useDefaults() {
        realm().bindBrowserFlow(FLOW);
    }

    @Test
    void addressIsNotFlooded() {
        realm().bindBrowserFlow(TIGHT);
        String unknown = newAddress();
        String known = newAddress();
        member(known);
        for (String address : List.of(unknown, known)) {
            for (int i = 0; i < 2; i++) {
                assertThat(isCodePage(send(start(browser()), address))).isTrue();
            }

            Page refused = send(start(browser()), address);

            assertThat(addressError(refused)).contains("Too many emails");
            assertThat(server().mailbox().mailsTo(address)).hasSize(2);
        }
        assertThat(events("email_sign_in_too_many_mails")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void browserFloodsNobody() {
        realm().bindBrowserFlow(TIGHT);
        UserAgent browser = browser();
        for (int i = 0; i < 3; i++) {
            assertThat(isCodePage(send(start(browser), newAddress()))).isTrue();
        }
        String address = newAddress();

        assertThat(addressError(send(start(browser), address))).contains("Too many emails");
        assertThat(server().mailbox().mailsTo(address)).isEmpty();
    }

    @Test
    void nextMailHasToWait() {
        String address = newAddress();
        Page page = send(start(browser()), address).submit("#org-switcher-email-resend");

        assertThat(page.element("#org-switcher-email-alert").text()).contains("Wait");
        page = send(page.submit("#org-switcher-email-change"), address);
        assertThat(addressError(page)).contains("Wait");
        assertThat(server().mailbox().mailsTo(address)).hasSize(1);
    }

    @Test
    void knownAndUnknownAddressesLookTheSame() {
        String unknown = newAddress();
        String known = newAddress();
        member(known);
        String disabled = newAddress();
        String id = member(disabled);
        var user = realm().resource().users().get(id);
        UserRepresentation representation = user.toRepresentation();
        representation.setEnabled(false);
        user.update(representation);

        List<Observation> observations =
                List.of(observe(newAddress()), observe(unknown), observe(known), observe(disabled));

        // The first one warms the caches up.
        assertThat(observations.subList(1, 4)).allSatisfy(other -> {
            assertThat(other.pages()).isEqualTo(observations.get(1).pages());
            assertThat(other.mail()).isEqualTo(observations.get(1).mail());
            assertThat(other.statements().total())
                    .as("%s\n%s", other.statements(), observations.get(1).statements())
                    .isEqualTo(observations.get(1).statements().total());
            assertThat(other.statements().matching("user_entity").total())
                    .as("nobody is looked up before the proof")
                    .isZero();
        });
    }

    @Test
    void disabledUserIsNotSignedIn() {
        String address = newAddress();
        var user = realm().resource().users().get(member(address));
        UserRepresentation representation = user.toRepresentation();
        representation.setEnabled(false);
        user.update(representation);

        Page page = enter(send(start(browser()), address), code(address));

        assertThat(addressError(page)).contains("cannot sign in with this address");
        assertThat(events("user_disabled")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b.example\r\nBcc: victim@evil.example",
                "a@b.example\nSubject: hello",
                "a@b.example%0aBcc:victim@evil.example",
                "a@b.example, victim@evil.example",
                "a@b.example;victim@evil.example",
                "\"a b\"@b.example",
                "Alice <a@b.example>",
                "<a@b.example>victim@evil.example",
                "a\u2028@b.example",
                "a\u0000@b.example",
                "a@[127.0.0.1]",
                "=?utf-8?q?a?=@b.example",
                "a%victim.example@b.example",
            })
    void oddAddressGetsNothing(String typed) {
        int before = events("invalid_email").size();

        Page page = send(start(browser()), typed);

        assertThat(addressError(page)).contains("plain email address");
        assertThat(events("invalid_email")).hasSize(before + 1);
        assertThat(server().mailbox().mailsTo("victim@evil.example")).isEmpty();
        assertThat(server().mailbox().mailsTo("a@b.example")).isEmpty();
    }

    @Test
    void letterThatFoldsToAnotherLeadsToNobodyElse() {
        String address = "kim" + newAddress();
        member(address);

        send(start(browser()), "\u212A" + address.substring(1));

        assertThat(server().mailbox().mailsTo(address))
                .as("the mail goes to whom the address would sign in")
                .hasSize(1);
    }

    @Test
    void markupInAnAddressStaysText() {
        Page page = send(start(browser()), "<script>alert(1)</script>@b.example");

        assertThat(page.document().select("script:containsData(alert(1))")).isEmpty();
        assertThat(page.element("#org-switcher-email-address").attr("value")).contains("<script>");
    }

    private record Observation(String pages, String mail, SqlCount statements) {}

    /** What an onlooker sees of an address, up to a wrong code. */
    private Observation observe(String address) {
        StringBuilder pages = new StringBuilder();
        String[] mail = new String[1];
        Page asked = start(browser());
        SqlCount statements = SqlCount.during(server(), () -> {
            Page sent = send(asked, address);
            pages.append(sent.status()).append(sent.headers().keySet()).append(sent.text());
            Mail received = mail(address);
            mail[0] = received.subject() + received.text().replaceAll("key=\\S+", "key");
            Page wrong = enter(sent, wrong(code(received)));
            mail[0] = mail[0].replaceAll("\\d{3} \\d{3}", "code").replaceAll("Asked for: .*", "asked");
            pages.append(wrong.status()).append(wrong.headers().keySet()).append(wrong.text());
        });
        return new Observation(
                pages.toString().replace(address, "address").replaceAll("again in \\d+ s", "later"),
                mail[0],
                statements);
    }
}
