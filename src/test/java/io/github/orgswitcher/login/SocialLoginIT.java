package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** The main job over HTTP: a social login that ends in the right organization. */
class SocialLoginIT extends SwitcherSuite {

    @Test
    void firstLoginOffersWhatTheEmailOpensAndJoins() {
        Person alice = person("alice", "alice@acme.example");
        OidcClient app = realm().app();

        Switcher switcher = Switcher.on(alice.signIn(app));
        assertThat(switcher.offers()).containsExactly("acme", "acme-labs");
        assertThat(switcher.memberships()).isEmpty();
        assertThat(switcher.page().text()).contains("alice@acme.example").doesNotContain("Globex", "Initech");

        assertThat(organizations(app, switcher.join("acme"))).containsExactly("acme");
        assertThat(realm().isMember(acme, alice.id())).isTrue();
        assertThat(realm().isMember(labs, alice.id())).isFalse();
    }

    @Test
    void laterLoginsDoNotNag() {
        Person ann = person("ann", "ann@acme.example");
        Switcher.on(ann.signIn(realm().app())).join("acme");

        OidcClient app = realm().app();
        assertThat(organizations(app, ann.elsewhere().signIn(app))).containsExactly("acme");
    }

    @Test
    void memberOfBothChoosesOncePerSession() {
        Person mia = person("mia", "mia@acme.example");
        Switcher.on(mia.signIn(realm().app())).join("acme");
        realm().member(labs, mia.id());

        Person later = mia.elsewhere();
        OidcClient app = realm().app();
        Switcher switcher = Switcher.on(later.signIn(app));
        assertThat(switcher.memberships()).containsExactly("acme", "acme-labs");
        assertThat(organizations(app, switcher.goOn("acme-labs"))).containsExactly("acme-labs");

        OidcClient again = realm().app();
        assertThat(organizations(again, later.signIn(again))).containsExactly("acme-labs");
    }

    /** Keycloak's own step finds the only membership by itself, which is nobody's choice. */
    @Test
    void skipOfAMemberOfOneHoldsInKeycloaksOwnFlow() {
        Person one = person("one", "one@acme.example");
        Switcher.on(one.signIn(realm().app())).skip();
        realm().member(acme, one.id());
        Person at = one.elsewhere();
        OidcClient app = realm().app();
        assertThat(organizations(
                        app,
                        Switcher.on(at.signIn(app, Map.of("prompt", "select_account")))
                                .skip()))
                .isEmpty();

        for (OidcClient next : List.of(realm().app(), realm().app2())) {
            assertThat(organizations(next, at.open(next))).isEmpty();
        }
        OidcClient silent = realm().app();
        assertThat(organizations(silent, at.open(silent, Map.of("prompt", "none"))))
                .isEmpty();
        OidcClient named = realm().app();
        assertThat(organizations(named, at.open(named, Map.of("scope", "openid organization:acme"))))
                .containsExactly("acme");
    }

    @Test
    void somethingNewIsOffered() {
        Person nina = person("nina", "nina@newcomer.example");
        Switcher.on(nina.signIn(realm().app())).skip();
        OidcClient app = realm().app();
        assertThat(nina.elsewhere().signIn(app).left())
                .as("a skip is remembered")
                .isTrue();

        organization("Newcomer", "newcomer", "newcomer.example");

        assertThat(Switcher.on(nina.elsewhere().signIn(realm().app())).offers()).containsExactly("newcomer");
    }

    @Test
    void subdomainOpensWhatAWildcardAllows() {
        Switcher switcher = Switcher.on(person("bob", "bob@eu.globex.example").signIn(realm().app()));

        assertThat(switcher.offers()).containsExactly("globex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carol@freelance.example", "erin@gmail.com", "eve@acme.example.org", "eve@notacme.example"})
    void otherAddressesOpenNothingButMayCreateOrSkip(String email) {
        String username = "other-" + email.replaceAll("\\W", "-");
        OidcClient app = realm().app();

        Switcher switcher = Switcher.on(person(username, email).signIn(app));

        assertThat(switcher.offers()).isEmpty();
        assertThat(switcher.canCreate()).isTrue();
        assertThat(switcher.canSkip()).isTrue();
        assertThat(organizations(app, switcher.skip())).isEmpty();
    }

    @Test
    void creatorIsAMemberAtOnce() {
        Person carla = person("carla", "carla@freelance.example");
        OidcClient app = realm().app();

        Page end = Switcher.on(carla.signIn(app)).create("  Carla's Studio ");

        assertThat(organizations(app, end)).containsExactly("carlas-studio");
        OrganizationRepresentation created = find("Carla's Studio");
        assertThat(created.getAlias()).isEqualTo("carlas-studio");
        assertThat(realm().isMember(created.getId(), carla.id())).isTrue();

        Person colleague = person("colleague", "colleague@freelance.example");
        assertThat(Switcher.on(colleague.signIn(realm().app())).offers())
                .as("colleagues were not allowed")
                .doesNotContain("carlas-studio");
    }

    @Test
    void creatorMayLetColleaguesIn() {
        Switcher switcher = Switcher.on(person("dora", "dora@dorasdesk.example").signIn(realm().app()));
        switcher.page().submit("#org-switcher-create", Map.of("name", "Dora's Desk", "allowColleagues", "on"));

        Person colleague = person("dirk", "dirk@dorasdesk.example");
        assertThat(Switcher.on(colleague.signIn(realm().app())).offers()).containsExactly("doras-desk");
    }

    /** Whoever created it has shown to have an address there, and not that the domain is the organization's. */
    @Test
    void colleaguesAreAskedWhateverTheOrganizationsPolicyBecomes() {
        Switcher switcher = Switcher.on(person("eva", "eva@evasdesk.example").signIn(realm().app()));
        switcher.page().submit("#org-switcher-create", Map.of("name", "Evas Desk", "allowColleagues", "on"));
        String id = find("Evas Desk").getId();
        String policy = "org-switcher/organizations/" + id + "/policy";
        assertThat(realm().rest().put(policy, Map.of("joinMode", "AUTOMATIC")).status())
                .isEqualTo(204);

        Person colleague = person("emil", "emil@evasdesk.example");
        assertThat(Switcher.on(colleague.signIn(realm().app())).offers()).containsExactly("evas-desk");

        assertThat(realm().isMember(id, colleague.id())).isFalse();
    }

    @Test
    void publicProvidersAddressLetsNobodyElseIn() {
        Switcher switcher = Switcher.on(person("gina", "gina@gmail.com").signIn(realm().app()));
        assertThat(switcher.page().has("#org-switcher-allow-colleagues")).isFalse();
        switcher.page().submit("#org-switcher-create", Map.of("name", "Gina's", "allowColleagues", "on"));

        assertThat(Switcher.on(person("gus", "gus@gmail.com").signIn(realm().app()))
                        .offers())
                .isEmpty();
    }

    @Test
    void refusedNamesStandWithTheirMessageOnTheirField() {
        Switcher switcher = Switcher.on(person("ned", "ned@freelance.example").signIn(realm().app()));

        Switcher missing = Switcher.on(switcher.create("   "));
        assertThat(missing.nameError()).isEqualTo("Enter a name for the organization.");

        String long101 = "x".repeat(101);
        Switcher tooLong = Switcher.on(missing.create(long101));
        assertThat(tooLong.nameError()).contains("100");
        assertThat(tooLong.typedName()).isEqualTo(long101);

        Switcher taken = Switcher.on(tooLong.create("aCmE"));
        assertThat(taken.nameError()).contains("taken");
        assertThat(taken.typedName()).isEqualTo("aCmE");
        assertThat(errors("org_switcher_name_taken")).hasSize(1);
    }

    /** Whoever made the other organization, the console too, and whichever was there first. */
    @Test
    void nameThatPassesForAnotherIsTaken() {
        organization("Роса", "rosa");
        organization("Carol\u2019s", "carols");
        organization("Initrode", "initrode");
        Switcher switcher = Switcher.on(person("nora", "nora@freelance.example").signIn(realm().app()));
        for (String name :
                List.of("Асме", "\uFF21\uFF43\uFF4D\uFF45", "Acrne", "Poca", "Carol's", "lnitr0de", "ACME  LABS")) {
            switcher = Switcher.on(switcher.create(name));

            assertThat(switcher.nameError()).as(name).contains("taken, or looks like");
            assertThat(switcher.typedName()).isEqualTo(name);
        }
    }

    @Test
    void nameThatIsNotWhatItSeemsIsRefused() {
        Switcher switcher = Switcher.on(person("nele", "nele@freelance.example").signIn(realm().app()));
        for (String name : List.of("\u0410cme", "\uD835\uDC00cme", "Ac\u1D0Fme")) {
            switcher = Switcher.on(switcher.create(name));
            assertThat(switcher.nameError()).as(name).contains("letters of one alphabet");
        }
        for (String name : List.of("\u3164", "\u2800", "Ac\u034Fme", "Acme\uFE0F", "Acme\uFFA0")) {
            switcher = Switcher.on(switcher.create(name));
            assertThat(switcher.nameError()).as(name).contains("invisible");
        }
        assertThat(errors("org_switcher_name_invalid")).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社みらい", "РОСТ & Co", "शिक्षा केन्द्र", "שלום בע״מ", "한국 LG전자", "Śląsk 🚀"})
    void nameInAnyScriptIsAccepted(String name) {
        OidcClient app = realm().app();
        String username = "n" + Integer.toHexString(name.hashCode());
        Person person = person(username, username + "@freelance.example");

        assertThat(organizations(app, Switcher.on(person.signIn(app)).create(name)))
                .hasSize(1);
        assertThat(find(name).isEnabled()).isTrue();
    }

    @Test
    void markupInANameStaysText() {
        String name = "<script>alert(1)</script>";
        Person sam = person("sam", "sam@freelance.example");
        OidcClient app = realm().app();
        assertThat(organizations(app, Switcher.on(sam.signIn(app)).create(name)))
                .containsExactly("script-alert-1-script");
        realm().member(initech, sam.id());

        Switcher switcher = Switcher.on(sam.elsewhere().signIn(realm().app()));

        assertThat(switcher.page().text()).contains(name);
        assertThat(switcher.page().document().select("script:containsData(alert(1))"))
                .isEmpty();
    }

    @Test
    void organizationThatIsNotOnOfferIsRefused() {
        Person frank = person("frank", "frank@acme.example");
        try (TestRealm other = TestRealm.on(server())) {
            String foreign = other.organization(
                    "Foreign", "foreign", Map.of("org-switcher.allowed-domains", List.of("acme.example")));
            Switcher switcher = Switcher.on(frank.signIn(realm().app()));
            for (String forged : List.of(globex, initech, foreign, "nothing", "", "\u0000", "\uD83D\uDE00")) {
                for (String field : List.of("join", "continue")) {
                    switcher = Switcher.on(switcher.post(field, forged));
                    assertThat(switcher.choiceError()).contains("no longer available");
                    assertThat(switcher.offers()).containsExactly("acme", "acme-labs");
                }
            }
        }
        for (String organization : List.of(acme, labs, globex, initech)) {
            assertThat(realm().isMember(organization, frank.id())).isFalse();
        }
        assertThat(errors("org_switcher_not_offered")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted", "domain removed", "mode disabled", "email changed"})
    void offerThatIsGoneMeanwhileIsRefused(String what) {
        String alias = "gone-" + what.replace(' ', '-');
        String id = organization("Gone " + what, alias, alias + ".example");
        Person person = person(alias, "someone@" + alias + ".example");
        Switcher switcher = Switcher.on(person.signIn(realm().app()));
        assertThat(switcher.offers()).containsExactly(alias);

        OrganizationRepresentation organization =
                realm().resource().organizations().get(id).toRepresentation();
        switch (what) {
            case "disabled" -> organization.setEnabled(false);
            case "domain removed" -> organization.setAttributes(Map.of());
            case "mode disabled" -> organization.getAttributes().put("org-switcher.join-mode", List.of("DISABLED"));
            case "email changed" -> {
                var user = realm().resource().users().get(person.id());
                var changed = user.toRepresentation();
                changed.setEmail("someone@elsewhere.example");
                user.update(changed);
            }
            default -> realm().resource().organizations().get(id).delete().close();
        }
        if (!what.equals("deleted")) {
            realm().resource().organizations().get(id).update(organization).close();
        }

        Switcher refused = Switcher.on(switcher.join(alias));

        assertThat(refused.choiceError()).contains("no longer available");
        assertThat(refused.offers()).isEmpty();
        if (!what.equals("deleted")) {
            assertThat(realm().isMember(id, person.id())).isFalse();
        }
    }

    @Test
    void joiningInTwoTabsIsJoiningOnce() {
        Person tabs = person("tabs", "tabs@acme.example");
        OidcClient app = realm().app();
        OidcClient app2 = realm().app2();
        Switcher first = Switcher.on(tabs.signIn(app));
        Switcher second = Switcher.on(tabs.signIn(app2));

        assertThat(organizations(app, first.join("acme"))).containsExactly("acme");
        // Keycloak starts a login over whose session was meanwhile made in another tab, and the press is lost.
        Switcher again = Switcher.on(second.join("acme"));

        assertThat(again.choiceError()).contains("was not carried out");
        assertThat(again.memberships()).containsExactly("acme");
        assertThat(Switcher.on(tabs.agent.open(again.page().uri())).choiceError())
                .as("after a reload, too")
                .isEqualTo(again.choiceError());
        assertThat(realm().events())
                .filteredOn(event -> "org_switcher_press_lost".equals(event.getError()))
                .filteredOn(event -> tabs.id().equals(event.getUserId()))
                .hasSize(1);
        assertThat(organizations(app2, again.goOn("acme"))).containsExactly("acme");
        assertThat(memberCount(acme, tabs.id())).isOne();
    }

    @Test
    void joiningAtTheSameMomentIsJoiningOnce() throws Exception {
        Person twin = person("twin", "twin@acme.example");
        Switcher.on(twin.signIn(realm().app())).skip();
        List<Switcher> pages = new ArrayList<>();
        List<OidcClient> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            OidcClient client = realm().app();
            clients.add(client);
            pages.add(Switcher.on(twin.elsewhere().signIn(client, Map.of("prompt", "select_account"))));
        }

        ExecutorService browsers = Executors.newFixedThreadPool(pages.size());
        try {
            List<Future<Page>> ends = pages.stream()
                    .map(page -> browsers.submit(() -> page.join("acme")))
                    .toList();
            for (int i = 0; i < ends.size(); i++) {
                assertThat(organizations(clients.get(i), ends.get(i).get())).containsExactly("acme");
            }
        } finally {
            browsers.shutdownNow();
        }
        assertThat(memberCount(acme, twin.id())).isOne();
    }

    @Test
    void notYouStartsOver() {
        Person wrong = person("wrong", "wrong@acme.example");
        Page provider = wrong.open(realm().app()).click("#social-social");
        Switcher switcher = Switcher.on(OidcClient.fillLogin(provider, "wrong"));

        Page start = switcher.page().click("#org-switcher-restart");

        assertThat(start.has("#username")).as("the login page: %s", start).isTrue();
        assertThat(start.text()).doesNotContain("wrong@acme.example");
        start.agent().holdBackFrom("prompt=select_account");
        assertThat(start.click("#social-social").uri().toString())
                .as("the provider asks for the account")
                .contains("prompt=select_account");
    }

    /** What the application has hinted at led to the wrong account. */
    @Test
    void notYouForgetsTheHintAndAsksTheProvider() {
        Person wrong = person("hinted", "hinted@acme.example");
        Switcher switcher = Switcher.on(wrong.signIn(realm().app()));

        Page start = switcher.page().click("#org-switcher-restart");

        assertThat(start.has("#social-social")).as("the login page: %s", start).isTrue();
        start.agent().holdBackFrom("prompt=select_account");
        assertThat(start.click("#social-social").uri().toString())
                .as("the provider asks for the account")
                .contains("prompt=select_account");
    }

    @Test
    void whoHasNothingToChooseAndNeedsAnOrganizationIsToldWhoToTurnTo() {
        realm().enableRequiredAction(
                        "org-switcher",
                        Map.of(
                                "membershipRequired",
                                "true",
                                "creation",
                                "OFF",
                                "helpContact",
                                "Ask <b>Ann</b>: room 12"));
        try {
            Person lost = person("lost", "lost@nobodys.example");
            Switcher stuck = Switcher.on(lost.signIn(realm().app()));
            assertThat(stuck.page().element("#org-switcher-help").text()).isEqualTo("Ask <b>Ann</b>: room 12");
            assertThat(stuck.canSkip()).isFalse();
            assertThat(stuck.page().has("#org-switcher-other-account")).isTrue();

            realm().member(initech, lost.id());
            Switcher checked = Switcher.on(stuck.page().submit("#org-switcher-check"));
            assertThat(checked.memberships()).containsExactly("initech");
            assertThat(checked.page().has("#org-switcher-help")).isFalse();

            realm().enableRequiredAction(
                            "org-switcher",
                            Map.of(
                                    "membershipRequired", "true",
                                    "creation", "OFF",
                                    "helpContact", "mailto:it@acme.example"));
            Switcher linked =
                    Switcher.on(person("lost2", "lost2@nobodys.example").signIn(realm().app()));
            assertThat(linked.page().element("#org-switcher-help").attr("href")).isEqualTo("mailto:it@acme.example");
        } finally {
            realm().rest().delete("authentication/required-actions/org-switcher/config");
        }
    }

    @Test
    void sessionIsKeptAsItIsByOnePress() {
        Person keeper = person("keeper", "keeper@acme.example");
        Switcher.on(keeper.signIn(realm().app())).join("acme");
        OidcClient app = realm().app2();
        Switcher again = Switcher.on(keeper.open(app, Map.of("prompt", "select_account")));

        assertThat(again.page().element("#org-switcher-keep").text()).isEqualTo("Keep Acme");
        assertThat(again.page().element("#org-switcher-restart").attr("href")).contains("/logout");
        assertThat(organizations(app, again.page().submit("#org-switcher-keep")))
                .containsExactly("acme");
    }

    @Test
    void outcomesAreEvents() {
        Person olga = person("olga", "olga@acme.example");
        Switcher.on(olga.signIn(realm().app())).join("acme");

        assertThat(events("CUSTOM_REQUIRED_ACTION", olga.id())).singleElement().satisfies(event -> assertThat(
                        event.getDetails())
                .containsEntry("org_switcher_outcome", "joined")
                .containsEntry("org_switcher_organization", acme)
                .containsEntry("org_switcher_domain", "acme.example"));
    }

    private long memberCount(String organization, String userId) {
        return realm().resource().organizations().get(organization).members().list(null, null).stream()
                .filter(member -> userId.equals(member.getId()))
                .count();
    }

    private OrganizationRepresentation find(String name) {
        return realm().resource().organizations().search(name, true, 0, 1).get(0);
    }

    private Stream<EventRepresentation> errors(String error) {
        return realm().events().stream().filter(event -> error.equals(event.getError()));
    }

    private Stream<EventRepresentation> events(String type, String userId) {
        return realm().events().stream()
                .filter(event -> type.equals(event.getType()) && userId.equals(event.getUserId()));
    }
}
