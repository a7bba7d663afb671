package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switcher on an application's wish, with and without a session, and with both doors in the way. */
class KcActionIT extends SwitcherSuite {

    private static final Map<String, String> SWITCH = Map.of("kc_action", "org-switcher");

    @BeforeAll
    void editFlows() {
        realm().postBrokerFlow("org-switcher");
        realm().browserFlowWith("org-switcher");
    }

    @AfterEach
    void backToDefaults() {
        realm().enableRequiredAction("org-switcher", Map.of("membershipRequired", "false"));
    }

    @Test
    void applicationGetsBackTheNameItGaveWithNoSessionBefore() {
        Person nobody = person("nobody", "nobody@acme.example");
        OidcClient app = realm().app();

        Page end = Switcher.on(nobody.signIn(app, SWITCH)).join("acme");

        assertSwitched(end);
        assertThat(organizations(app, end)).containsExactly("acme");
    }

    @Test
    void applicationGetsBackTheNameItGaveWhereNoPageIsShown() {
        Person both = memberOfBoth("both");
        for (Person at : List.of(both, both.elsewhere())) {
            OidcClient app = realm().app();
            Page end = at.signIn(app, Map.of("kc_action", "org-switcher:acme-labs"));
            assertSwitched(end);
            assertThat(organizations(app, end)).containsExactly("acme-labs");
            OidcClient next = realm().app2();
            assertThat(organizations(next, at.open(next))).containsExactly("acme-labs");
        }
    }

    @Test
    void applicationGetsBackTheNameItGaveWhateverElseComesBetween() {
        Person dave = person("dave", "dave@acme.example", false);
        OidcClient app = realm().app();
        Switcher.on(dave.signIn(app, SWITCH)).page().submit("#org-switcher-verify");
        URI link = server().mailbox().awaitMailTo("dave@acme.example").links().get(0);

        assertSwitched(Switcher.on(dave.agent.open(link)).join("acme"));
    }

    @Test
    void whoeverCancelsWithNoSessionBeforeGoesOnWithNoneAndIsAskedNextTime() {
        Person cancelling = memberOfBoth("cancelling");
        OidcClient app = realm().app();

        Page end = cancel(Switcher.on(cancelling.signIn(app, SWITCH)));

        assertThat(end.query())
                .containsEntry("kc_action_status", "cancelled")
                .containsEntry("kc_action", "org-switcher");
        assertThat(organizations(app, end)).isEmpty();
        assertThat(Switcher.on(cancelling.open(realm().app())).memberships()).containsExactly("acme", "acme-labs");
    }

    @ParameterizedTest
    @CsvSource({
        "openid organization, acme",
        "openid organization:acme-labs, acme-labs",
        "openid organization:*, acme acme-labs"
    })
    void whoeverCancelsInASessionKeepsItsOrganizationAndWhatTheScopeNames(String scope, String expected) {
        Person keeping = memberOfBoth("keeping-" + Math.floorMod(scope.hashCode(), 1000));
        Switcher.on(keeping.signIn(realm().app())).goOn("acme");
        OidcClient app = realm().app();
        Map<String, String> request = new HashMap<>(SWITCH);
        request.put("scope", scope);
        request.put("prompt", "select_account");

        Page end = cancel(Switcher.on(keeping.open(app, request)));

        assertThat(end.query()).containsEntry("kc_action_status", "cancelled");
        assertThat(organizations(app, end)).containsExactlyInAnyOrder(expected.split(" "));
        OidcClient next = realm().app2();
        assertThat(organizations(next, keeping.open(next))).containsExactly("acme");
    }

    @Test
    void nobodyCancelsWhereAnOrganizationIsRequiredAndThereIsNone() {
        realm().enableRequiredAction("org-switcher", Map.of("membershipRequired", "true"));
        Person must = person("must", "must@acme.example");
        OidcClient app = realm().app();

        Switcher switcher = Switcher.on(must.signIn(app, SWITCH));

        assertThat(switcher.page().has("#org-switcher-cancel")).isFalse();
        Switcher forged = Switcher.on(switcher.post("cancel-aia", "true"));
        assertThat(forged.page().has("#org-switcher-cancel")).isFalse();
        Page end = forged.join("acme");
        assertSwitched(end);
        assertThat(organizations(app, end)).containsExactly("acme");
        OidcClient again = realm().app();
        Page cancelled = cancel(Switcher.on(must.open(again, SWITCH)));
        assertThat(organizations(again, cancelled))
                .as("there is one to go on with")
                .containsExactly("acme");
    }

    @Test
    void whatIsAskedForIsSaidTheSameWhetherItExistsOrNot() {
        Person asking = memberOfBoth("asking");
        String existing =
                askedFor(asking.elsewhere().signIn(realm().app(), Map.of("kc_action", "org-switcher:globex")));
        String missing =
                askedFor(asking.elsewhere().signIn(realm().app(), Map.of("kc_action", "org-switcher:nothing")));
        String named =
                askedFor(asking.elsewhere().signIn(realm().app(), Map.of("scope", "openid organization:globex")));

        assertThat(existing).contains("globex");
        assertThat(missing).isEqualTo(existing.replace("globex", "nothing"));
        assertThat(named).isEqualTo(existing);
        assertThat(Switcher.on(asking.elsewhere().signIn(realm().app(), SWITCH))
                        .page()
                        .has("#org-switcher-asked-for"))
                .isFalse();
    }

    /** Whether it is on offer to a newcomer, or to a member of others, or one's own that a page was asked for. */
    @Test
    void whatIsAskedForAndIsThereStandsFirstAndIsNamed() {
        Page toNewcomer = person("offered", "offered@acme.example")
                .signIn(realm().app(), Map.of("kc_action", "org-switcher:acme-labs"));
        assertThat(Switcher.on(toNewcomer).offers()).first().isEqualTo("acme-labs");
        assertAskedForLabs(toNewcomer);

        Person colleague = person("colleague", "colleague@acme.example");
        Switcher.on(colleague.signIn(realm().app())).skip();
        List.of(acme, initech).forEach(id -> realm().member(id, colleague.id()));
        Page toMember = colleague.elsewhere().signIn(realm().app(), Map.of("kc_action", "org-switcher:acme-labs"));
        assertThat(toMember.element("#org-switcher h2").id())
                .as("the list that has it comes before the others")
                .isEqualTo("org-switcher-offers");
        assertAskedForLabs(toMember);

        Page ofOnesOwn = memberOfBoth("owner")
                .elsewhere()
                .signIn(realm().app(), Map.of("scope", "openid organization:acme-labs", "prompt", "select_account"));
        assertThat(Switcher.on(ofOnesOwn).memberships()).first().isEqualTo("acme-labs");
        assertAskedForLabs(ofOnesOwn);
    }

    /** The application wants the page, and says in its scope what is to stand first there: nobody is taken there unasked. */
    @Test
    void whatTheScopeNamesIsAskedForOnThePageOfTheAction() {
        Map<String, String> request = Map.of("kc_action", "org-switcher", "scope", "openid organization:acme-labs");
        Person both = memberOfBoth("scoped");
        OidcClient app = realm().app();
        Page page = both.signIn(app, request);
        assertThat(Switcher.on(page).memberships()).containsExactly("acme-labs", "acme");
        assertAskedForLabs(page);
        Page end = Switcher.on(page).goOn("acme");
        assertSwitched(end);
        assertThat(organizations(app, end)).containsExactly("acme");

        Page toNewcomer =
                person("scoped-newcomer", "scoped-newcomer@acme.example").signIn(realm().app(), request);
        assertThat(Switcher.on(toNewcomer).offers()).first().isEqualTo("acme-labs");
        assertAskedForLabs(toNewcomer);

        Page elsewhere = both.elsewhere()
                .signIn(realm().app(), Map.of("kc_action", "org-switcher", "scope", "openid organization:globex"));
        assertThat(askedFor(elsewhere)).contains("globex");
    }

    private static void assertAskedForLabs(Page page) {
        assertThat(page.element("#org-switcher-asked").text())
                .isEqualTo("The application asked for the organization “Acme Labs”.");
        assertThat(page.has("#org-switcher-asked-for")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call us now", "call\u00a0us", "call\u2003us", " "})
    void linkPutsNoSentenceOfItsOwnOnThePage(String sentence) {
        Person linked = memberOfBoth("linked-" + Math.floorMod(sentence.hashCode(), 1000));

        Page page = linked.signIn(realm().app(), Map.of("kc_action", "org-switcher:" + sentence));

        assertThat(Switcher.on(page).page().has("#org-switcher-asked-for")).isFalse();
    }

    @Test
    void actionThatIsOffIsOffAtBothDoors() {
        var action = realm().resource().flows().getRequiredAction("org-switcher");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("org-switcher", action);
        Person round = person("round", "round@acme.example");

        OidcClient app = realm().app();

        Page end = round.signIn(app, SWITCH);

        assertThat(end.query()).containsEntry("kc_action_status", "error");
        assertThat(organizations(app, end)).isEmpty();
    }

    @Test
    void silentRequestNeverSwitches() {
        Person silent = memberOfBoth("silent");
        Switcher.on(silent.signIn(realm().app())).goOn("acme");

        Page end = silent.open(realm().app(), Map.of("kc_action", "org-switcher:acme-labs", "prompt", "none"));

        assertThat(end.query()).containsEntry("error", "interaction_required");
        OidcClient next = realm().app2();
        assertThat(organizations(next, silent.open(next))).containsExactly("acme");
    }

    @Test
    void excludedClientMayAskForItAllTheSame() {
        realm().enableRequiredAction("org-switcher", Map.of("excludedClients", TestRealm.APP2));
        Person excluded = memberOfBoth("excluded");
        OidcClient app2 = realm().app2();

        Page end = Switcher.on(excluded.signIn(app2, SWITCH)).goOn("acme-labs");

        assertSwitched(end);
        assertThat(organizations(app2, end)).containsExactly("acme-labs");
    }

    private static void assertSwitched(Page end) {
        assertThat(end.query()).containsEntry("kc_action", "org-switcher").containsEntry("kc_action_status", "success");
    }

    private static Page cancel(Switcher switcher) {
        return switcher.page().submit("#org-switcher-cancel");
    }

    private static String askedFor(Page page) {
        return Switcher.on(page).page().element("#org-switcher-asked-for").text();
    }

    private Person memberOfBoth(String username) {
        Person person = person(username, username + "@acme.example");
        Switcher.on(person.signIn(realm().app())).skip();
        List.of(acme, labs).forEach(id -> realm().member(id, person.id()));
        return person.elsewhere();
    }
}
