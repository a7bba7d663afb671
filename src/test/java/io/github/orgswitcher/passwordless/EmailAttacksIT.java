package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is at the browser is the attacker: guesses codes, and makes others open links. */
class EmailAttacksIT extends EmailSignInSuite {

    private static final String IMPATIENT = "email-impatient";
    private static final String SHORT = "email-short";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeAll
    void addFlows() {
        useFlow(IMPATIENT, Map.of("resendSeconds", "1"));
        useFlow(SHORT, Map.of("lifetimeSeconds", "1"));
    }

    @BeforeEach
    void useDefaults() {
        realm().bindBrowserFlow(FLOW);
    }

    @Test
    void codeIsDeadAfterFiveWrongOnes() {
        String address = newAddress();
        Page page = send(start(browser()), address);
        String code = code(address);
        for (int i = 0; i < 5; i++) {
            page = enter(page, wrong(code));
            assertThat(codeError(page)).contains("not right");
        }

        page = enter(page, code);

        assertThat(codeError(page)).contains("too many wrong codes");
        assertThat(userExists(address)).isFalse();
        assertThat(events("email_sign_in_too_many_tries")).isNotEmpty();
    }

    @Test
    void guessesAtTheSameMomentAreNoMore() throws Exception {
        String address = newAddress();
        Page page = send(start(browser()), address);
        String code = code(address);
        List<Callable<Page>> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.add(() -> enter(page, wrong(code)));
        }

        List<Page> answers = new ArrayList<>(atOnce(guesses));
        Page next = answers.get(0);
        for (int i = 0; i < 6; i++) {
            next = enter(next, wrong(code));
            answers.add(next);
        }

        assertThat(answers)
                .filteredOn(answer -> answer.text().contains("not right"))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(codeError(enter(next, code))).contains("too many wrong codes");
        assertThat(userExists(address)).isFalse();
    }

    @Test
    void codeWorksInItsOwnLoginAlone() {
        String address = newAddress();
        Page own = send(start(browser()), address);
        String code = code(address);
        Page attackers = send(start(browser()), address);

        Page refused = enter(attackers, code);

        assertThat(refused.left()).isFalse();
        assertThat(codeError(refused)).contains("not right");
        assertThat(enter(own, code).has("#kc-update-profile-form")).isTrue();
    }

    @Test
    void newerMailKillsTheOlder() {
        realm().bindBrowserFlow(IMPATIENT);
        String address = newAddress();
        UserAgent browser = browser();
        Page page = send(start(browser), address);
        Mail older = mail(address);
        page = resend(page);
        List<Mail> mails = server().mailbox().mailsTo(address);
        assertThat(mails).hasSize(2);

        assertRefused(browser.open(link(older)), "newer email");
        assertRefused(browser().open(link(older)), "newer email");
        if (!code(older).equals(code(mails.get(1)))) {
            assertThat(codeError(enter(page, code(older)))).contains("not right");
        }
        assertThat(browser.open(link(mails.get(1))).has("#kc-update-profile-form"))
                .isTrue();
    }

    @Test
    void usedLinkSaysSo() {
        String address = newAddress();
        member(address);
        UserAgent browser = browser();
        send(start(browser), address);
        URI link = link(address);
        assertThat(finish(browser.open(link)).left()).isTrue();

        assertRefused(browser.open(link), "used already");
        assertRefused(browser().open(link), "used already");
        assertThat(events("email_sign_in_used")).isNotEmpty();
    }

    @Test
    void ofManyPressesAtTheSameMomentOneWins() throws Exception {
        String address = newAddress();
        member(address);
        send(start(browser()), address);
        URI link = link(address);
        List<Callable<Page>> presses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Page question = browser().open(link);
            presses.add(() -> question.submit("#org-switcher-email-confirm"));
        }

        List<Page> answers = atOnce(presses);

        assertThat(answers).filteredOn(page -> page.status() != 400).hasSize(1);
        assertThat(answers).filteredOn(page -> page.status() == 400).allSatisfy(page -> assertThat(page.text())
                .contains("used already"));
    }

    @Test
    void mailScannersSignNobodyIn() {
        String address = newAddress();
        UserAgent browser = browser();
        send(start(browser), address);
        URI link = link(address);

        for (int i = 0; i < 3; i++) {
            Page looked = browser().open(link);
            assertThat(looked.status()).isEqualTo(200);
            assertThat(looked.has("#org-switcher-email-confirm")).isTrue();
        }

        assertThat(userExists(address)).isFalse();
        assertThat(browser.open(link).has("#kc-update-profile-form"))
                .as("and the link is still good")
                .isTrue();
    }

    @Test
    void nobodyIsPressedInFromElsewhere() {
        String address = newAddress();
        send(start(browser()), address);
        URI link = link(address);
        String key = link.getQuery().substring("key=".length());
        UserAgent attacker = browser();
        Page attackers = attacker.open(link);
        UserAgent victim = browser();
        Page victims = victim.open(link);

        assertRefused(victims.post(Map.of("key", key)), "not valid");
        assertRefused(
                victims.post(Map.of("key", attackers.element("input[name=key]").attr("value"))), "not valid");
        assertThat(userExists(address)).isFalse();
    }

    @Test
    void linkIsOfOneRealmAndOneClient() {
        String address = newAddress();
        UserAgent browser = browser();
        send(start(browser), address);
        URI link = link(address);
        try (TestRealm other = TestRealm.on(server())) {
            assertRefused(browser.open(URI.create(link.toString().replace(realm().name(), other.name()))), "not valid");
        }
        var clients = realm().resource().clients();
        var client = clients.findByClientId("app").get(0);
        client.setClientId("another");
        clients.get(client.getId()).update(client);
        try {
            assertRefused(browser.open(link), "not valid");
        } finally {
            client.setClientId("app");
            clients.get(client.getId()).update(client);
        }
    }

    @Test
    void alteredLinkIsRefused() {
        String address = newAddress();
        UserAgent browser = browser();
        send(start(browser), address);
        String link = link(address).toString();
        String base = link.substring(0, link.indexOf("key=") + 4);
        String name = link.substring(base.length());
        String[] token = browser()
                .open(URI.create(link))
                .element("input[name=key]")
                .attr("value")
                .split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        String altered = encode(claims.replace(address, "victim@acme.example"));
        String unsigned = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");

        for (String forged : List.of(
                token[0] + "." + altered + "." + token[2],
                unsigned + "." + token[1] + ".",
                token[0] + "." + token[1] + "." + new StringBuilder(token[2]).reverse(),
                new StringBuilder(name).reverse().toString(),
                name.substring(1),
                name + "A",
                "nonsense",
                "")) {
            assertRefused(browser.open(URI.create(base + forged)), "not valid");
        }
        assertThat(events("invalid_token")).isNotEmpty();
    }

    @Test
    void expiredMailSaysWhatToDo() {
        realm().bindBrowserFlow(SHORT);
        String address = newAddress();
        UserAgent browser = browser();
        Page page = send(start(browser), address);
        do {
            page = enter(page, "");
            assertThat(codeError(page)).containsAnyOf("Enter the code", "expired");
        } while (!codeError(page).contains("expired"));

        assertThat(codeError(enter(page, code(address)))).contains("expired");
        assertRefused(browser.open(link(address)), "expired");
        assertRefused(browser().open(link(address)), "expired");
        assertThat(userExists(address)).isFalse();
    }

    private static Page resend(Page page) {
        AtomicReference<Page> latest = new AtomicReference<>(page);
        return Eventually.get("Another mail", PATIENCE, () -> Optional.of(
                        latest.updateAndGet(last -> last.submit("#org-switcher-email-resend")))
                .filter(next -> !next.has("#org-switcher-email-alert")));
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertRefused(Page page, String text) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains(text);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
