package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.LeavesTrace;
import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.provider.FaultyJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** While the page is open the login is taken out of the switcher's hands: whatever is pressed, nothing is written. */
@LeavesTrace(
        of = "at io.github.orgswitcher.testing.provider.FaultyJoin",
        because = "A listener fails here, which is for an operator to see")
class OpenPageIT extends SwitcherSuite {

    private static final List<String> TAKEN_AWAY =
            List.of("organizations off", "action off", "client excluded", "kind not intercepted", "user disabled");
    private static final List<String> BUTTONS =
            List.of("join", "request", "create", "skip", "continue", "verify", "search");

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL", "excludedClients", "admin-cli", "creation", "ANYONE");
    }

    @BeforeAll
    void addOrganizationThatAsks() {
        realm().organization(
                        "Asked",
                        "asked",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("acme.example"),
                                "org-switcher.join-mode", List.of("REQUEST")));
    }

    @AfterEach
    void putBack() {
        organizations(true);
        realm().enableRequiredAction("org-switcher", settings());
    }

    static List<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        TAKEN_AWAY.forEach(what -> BUTTONS.forEach(button -> all.add(Arguments.of(what, button))));
        return all;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("all")
    void nothingIsWrittenAnyMore(String what, String button) {
        String name = (what + "-" + button).replace(' ', '-');
        Person person = person(name, name + "@acme.example");
        Switcher page = Switcher.on(person.signIn(realm().app()));
        if (button.equals("continue")) {
            page.skip();
            realm().member(labs, person.id());
            person = person.elsewhere();
            page = Switcher.on(person.signIn(realm().app(), Map.of("prompt", "select_account")));
        }
        boolean disabled = what.equals("user disabled");
        takeAway(what, person);

        Page end = press(page, button);

        assertThat(end.left()).as("whether the login goes on: %s", end).isEqualTo(!disabled);
        if (disabled && !List.of("verify", "search").contains(button)) {
            assertThat(Switcher.on(end).choiceError()).contains("Account is disabled");
        }
        putBack();
        assertThat(realm().isMember(acme, person.id())).isFalse();
        assertThat(realm().resource().organizations().search("Written", true, 0, 1))
                .isEmpty();
        if (!disabled && !button.equals("continue")) {
            Switcher again = Switcher.on(person.elsewhere().signIn(realm().app()));
            assertThat(again.offers()).as("nothing was dismissed").containsExactly("acme", "acme-labs");
            assertThat(again.requestable()).as("nobody was asked").containsExactly("asked");
        }
    }

    private Page press(Switcher page, String button) {
        return switch (button) {
            case "join" -> page.join("acme");
            case "request" -> page.request("asked");
            case "create" -> page.create("Written");
            case "continue" -> page.goOn("acme-labs");
            case "skip" -> page.skip();
            default -> page.post(button, "x");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "request", "create", "skip", "verify", "search"})
    void whoIsRemovedMeanwhileReadsThat(String button) {
        Person person = person("removed-" + button, "removed-" + button + "@acme.example");
        Switcher page = Switcher.on(person.signIn(realm().app()));
        realm().resource().users().get(person.id()).remove();
        LogFromHere log = LogFromHere.of(server());

        Page end = press(page, button);

        assertThat(end.left()).as("whether the login goes on: %s", end).isFalse();
        assertThat(end.text()).contains("Account is disabled");
        assertThat(log.text()).doesNotContain("Uncaught server error");
        assertThat(realm().resource().organizations().search("Written", true, 0, 1))
                .isEmpty();
    }

    /** What others have got wrong would go wrong again. */
    @Test
    void faultOfAProgramRunsOnceAndEndsInASentence() {
        organization("Faulty", FaultyJoin.ALIAS, "faulty.example");
        Switcher page = Switcher.on(person("faulty", "faulty@faulty.example").signIn(realm().app()));
        LogFromHere log = LogFromHere.of(server());

        Switcher refused = Switcher.on(page.join(FaultyJoin.ALIAS));

        assertThat(refused.choiceError()).contains("again");
        assertThat(refused.offers()).containsExactly(FaultyJoin.ALIAS);
        assertThat(log.text())
                .containsOnlyOnce(FaultyJoin.LOGGED)
                .containsOnlyOnce("A transaction failed, and not because others were in its way")
                .doesNotContain("faulty@faulty.example");
    }

    private void takeAway(String what, Person person) {
        switch (what) {
            case "organizations off" -> organizations(false);
            case "action off" -> {
                var action = realm().resource().flows().getRequiredAction("org-switcher");
                action.setEnabled(false);
                realm().resource().flows().updateRequiredAction("org-switcher", action);
            }
            case "client excluded" -> set("excludedClients", TestRealm.APP);
            case "kind not intercepted" -> set("intercept", "PASSWORD");
            default -> {
                var user = realm().resource().users().get(person.id());
                var representation = user.toRepresentation();
                representation.setEnabled(false);
                user.update(representation);
            }
        }
    }

    private void set(String key, String value) {
        realm().enableRequiredAction("org-switcher", Map.of(key, value));
    }

    private void organizations(boolean on) {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setOrganizationsEnabled(on);
        realm().resource().update(realm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations off", "action off"})
    void applicationThatAskedForThePageIsToldThatNothingWasChosen(String what) {
        Person person = person("told-" + what.replace(' ', '-'), what.replace(' ', '-') + "@acme.example");
        Switcher.on(person.signIn(realm().app())).skip();
        Switcher page = Switcher.on(person.open(realm().app(), Map.of("kc_action", "org-switcher")));
        takeAway(what, person);

        assertThat(page.join("acme").query())
                .containsEntry("kc_action", "org-switcher")
                .containsEntry("kc_action_status", "error");
    }

    @Test
    void actionThatIsOffIsOffInThePostLoginFlowToo() {
        realm().postBrokerFlow("org-switcher");
        Person person = person("flow", "flow@acme.example");
        OidcClient app = realm().app();
        Switcher page = Switcher.on(person.signIn(app));
        takeAway("action off", person);

        assertThat(organizations(app, page.join("acme"))).isEmpty();
        OidcClient next = realm().app();
        assertThat(organizations(next, person.elsewhere().signIn(next)))
                .as("nobody is asked")
                .isEmpty();
        assertThat(realm().isMember(acme, person.id())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "request"})
    void idThatIsNotOnOfferWaitsForNobody(String button) {
        Person person = person("forger-" + button, "forger-" + button + "@acme.example");
        Switcher page = Switcher.on(person.signIn(realm().app()));

        Switcher refused;
        try (HeldRows held = HeldRows.ofOrganization(server(), globex)) {
            refused = Switcher.on(page.post(button, globex));
        }

        assertThat(refused.choiceError()).contains("no longer available");
        assertThat(realm().events())
                .filteredOn(event -> person.id().equals(event.getUserId()) && event.getError() != null)
                .as("refused as if it did not exist, and not because somebody was in the way")
                .extracting(EventRepresentation::getError)
                .containsExactly("org_switcher_not_offered");
    }
}
