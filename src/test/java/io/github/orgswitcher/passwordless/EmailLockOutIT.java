package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's brute-force detection beside email: a stranger, who can name an address and no more, locks nobody. */
class EmailLockOutIT extends EmailSignInSuite {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECOND = "email-after-password";
    private static final int FACTOR = 3;

    @BeforeAll
    void addFlow() {
        realm().browserFlow(
                        SECOND,
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative(
                                SECOND + " forms",
                                FlowStep.required("auth-username-password-form"),
                                FlowStep.required(EMAIL)));
        realm().bindBrowserFlow(FLOW);
    }

    @AfterEach
    void letAllIn() {
        realm().bindBrowserFlow(FLOW);
        change(realm -> realm.setBruteForceProtected(false));
        realm().resource().attackDetection().clearAllBruteForce();
    }

    @ParameterizedTest(name = "for ever: {0}")
    @ValueSource(booleans = {true, false})
    void askingForMailsLocksNobody(boolean permanently) {
        protect(permanently);
        String name = "asked" + permanently;
        String address = name + "@elsewhere.example";
        realm().socialUser(name, address, true);
        finish(realm().app().signInSocially(browser(), name));
        String id = realm().userId(name);

        for (int i = 0; i < 12; i++) {
            send(start(browser()), address);
        }

        assertOnlyFailure(id, address);
        assertThat(finish(realm().app().signInSocially(browser(), name)).left()).isTrue();
    }

    @ParameterizedTest(name = "for ever: {0}")
    @ValueSource(booleans = {true, false})
    void strangersWrongCodesLockNobody(boolean permanently) {
        protect(permanently);
        String address = newAddress();
        String id = member(address);

        for (int i = 0; i < 3; i++) {
            Page page = send(start(browser()), address);
            String code = code(server().mailbox().mailsTo(address).get(i));
            for (int j = 0; j < 3; j++) {
                page = enter(page, wrong(code));
                assertThat(codeError(page)).contains("not right");
            }
        }

        assertOnlyFailure(id, address);
        Page own = send(start(browser()), address);
        assertThat(finish(enter(own, code(server().mailbox().mailsTo(address).get(3))))
                        .left())
                .isTrue();
    }

    /** A user name proves nothing, whatever the account that has it has proven beside. */
    @Test
    void lockedNamesakeKeepsNobodyOut() {
        protect(true);
        String address = newAddress();
        String namesake = realm().user(address, newAddress());
        for (int i = 0; i < FACTOR; i++) {
            start(realm().app(), browser(), Map.of())
                    .submit("noscript button[name=authenticationExecution]")
                    .submit("#kc-login", Map.of("username", address, "password", "wrong"));
        }
        Eventually.get("A locked account", PATIENCE, () -> Optional.of(
                        realm().resource().users().get(namesake).toRepresentation())
                .filter(user -> !user.isEnabled()));

        OidcClient app = realm().app();
        Page sent = send(start(app, browser(), Map.of()), address);
        assertThat(app.tokens(finish(enter(sent, code(address))))
                        .accessClaims()
                        .path("sub")
                        .asText())
                .isNotEqualTo(namesake);
    }

    /** Keycloak itself switches off whom a disabled organization manages, and its table of users does not know of it. */
    @Test
    void whomADisabledOrganizationManagesIsRefusedAtTheField() {
        String managing = realm().organization("Managing", "managing", Map.of());
        realm().providerOfDomain("managing", managing, "managing.example");
        String address = "managed@managing.example";
        realm().socialUser("managed", address, true);
        finish(realm().app().signInBy("managing", browser(), "managed", Map.of()));
        var organization = realm().resource().organizations().get(managing);
        var representation = organization.toRepresentation();
        representation.setEnabled(false);
        organization.update(representation).close();

        Page sent = send(start(browser()), address);
        Page refused = enter(sent, code(address));

        assertThat(addressError(refused)).contains("cannot sign in with this address");
    }

    /** Its provider may have made the account up, and would be all that the owner ever sees. */
    @Test
    void organizationWithNoClaimOnTheDomainKeepsNobodyOut() {
        realm().organization("Holding", "holding", Map.of("org-switcher.allowed-domains", List.of("held.example")));
        String claiming = realm().organization("Claiming", "claiming", Map.of());
        realm().providerOfDomain("claiming", claiming, "held.example");
        String address = "bob@held.example";
        realm().socialUser("bob", address, true);
        finish(realm().app().signInBy("claiming", browser(), "bob", Map.of()));
        var madeUp = realm().resource().users().get(realm().userId("bob"));
        var representation = madeUp.toRepresentation();
        representation.setEmailVerified(false);
        madeUp.update(representation);

        Page asked = enter(send(start(browser()), address), code(address));
        Page end = finish(asked.submit("#org-switcher-email-fresh"));

        assertThat(end.left()).as("%s", end).isTrue();
        assertThat(madeUp.toRepresentation().getEmail())
                .as("set aside: %s", end)
                .isNull();
    }

    @Test
    void wrongCodesAfterThePasswordAreFailedLogins() {
        protect(false);
        realm().bindBrowserFlow(SECOND);
        String address = newAddress();
        String id = member(address);
        Page page = signInByPassword(address).submit("#org-switcher-email-submit");
        String code = code(address);

        for (int i = 1; i <= FACTOR; i++) {
            page = judge(page, wrong(code));
            awaitFailures(id, i);
        }

        assertThat(realm().resource().attackDetection().bruteForceUserStatus(id).get("disabled"))
                .isEqualTo(true);
        Page refused = enter(page, code);
        assertThat(refused.left()).isFalse();
        assertThat(refused.text()).contains("at the moment. Try again later");
        assertThat(events("user_temporarily_disabled")).isNotEmpty();
    }

    @Test
    void wrongCodesAtOnceAreAsManyFailedLogins() {
        protect(false);
        realm().bindBrowserFlow(SECOND);
        String address = newAddress();
        String id = member(address);
        List<Page> tabs = new ArrayList<>();
        for (int tab = 0; tab <= FACTOR; tab++) {
            tabs.add(signInByPassword(address).submit("#org-switcher-email-submit"));
        }
        List<String> codes = server().mailbox().mailsTo(address).stream()
                .map(EmailSignInSuite::code)
                .toList();
        assertThat(codes).hasSize(FACTOR + 1);

        List<Page> ends;
        try (HeldRows held = HeldRows.ofEvents(server())) {
            ends = held.race(
                    tabs.size(),
                    IntStream.rangeClosed(0, FACTOR)
                            .<Supplier<Page>>mapToObj(tab -> () -> enter(tabs.get(tab), wrong(codes.get(tab))))
                            .toList());
        }

        assertThat(ends).allSatisfy(end -> assertThat(end.left()).isFalse());
        int judged = (int) ends.stream()
                .filter(end -> codeError(end).contains("not right"))
                .count();
        assertThat(ends).allSatisfy(end -> assertThat(codeError(end)).containsAnyOf("not right", "at the moment"));
        assertThat(judged).as("the others were not looked at").isBetween(1, FACTOR);
        awaitFailures(id, judged);
        Page next = ends.get(0);
        for (int i = judged; i < FACTOR; i++) {
            next = judge(next, wrong(codes.get(0)));
            awaitFailures(id, i + 1);
        }
        Page refused = enter(next, codes.get(0));
        assertThat(refused.left()).isFalse();
        assertThat(refused.text()).contains("at the moment. Try again later");
    }

    /** Keycloak may not be through with the failure before it when it tells of that one. */
    private static Page judge(Page page, String code) {
        AtomicReference<Page> last = new AtomicReference<>(page);
        return Eventually.get("A code that is looked at", PATIENCE, () -> Optional.of(
                        last.updateAndGet(before -> enter(before, code)))
                .filter(end -> codeError(end).contains("not right")));
    }

    private void protect(boolean permanently) {
        change(realm -> {
            realm.setBruteForceProtected(true);
            realm.setPermanentLockout(permanently);
            realm.setFailureFactor(FACTOR);
            realm.setQuickLoginCheckMilliSeconds(0L);
        });
    }

    private Page signInByPassword(String address) {
        return realm().app()
                .authorize(browser())
                .submit("#kc-login", Map.of("username", address, "password", password()));
    }

    /** Keycloak counts in its own time, one failure after the other: when this one is there, all before it would be. */
    private void assertOnlyFailure(String id, String address) {
        Page page = start(realm().app(), browser(), Map.of()).submit("noscript button[name=authenticationExecution]");
        page.submit("#kc-login", Map.of("username", address, "password", "wrong"));

        awaitFailures(id, 1);
        assertThat(realm().resource().users().get(id).toRepresentation().isEnabled())
                .isTrue();
    }

    private void awaitFailures(String id, int failures) {
        int seen = Eventually.get("A failure", PATIENCE, () -> Optional.of((Number) realm().resource()
                        .attackDetection()
                        .bruteForceUserStatus(id)
                        .get("numFailures"))
                .map(Number::intValue)
                .filter(number -> number >= failures));
        assertThat(seen).isEqualTo(failures);
    }
}
