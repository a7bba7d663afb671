package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.OrganizationRepresentation;

/**
 * Many people, or one in many tabs, choose the same at the same moment: each is let on or told why not, and no rule is broken.
 * What they choose is held until they wait for it.
 */
@AllServersAnswer
class ChoiceRacesIT extends SwitcherSuite {

    private static final Map<String, String> CHOOSE = Map.of("prompt", "select_account");
    private static final int LIMIT = 3;

    @Override
    Map<String, String> settings() {
        return Map.of("maxCreatedPerUser", String.valueOf(LIMIT));
    }

    @Test
    void nameIsTakenOnceAndAllOthersAreTold() {
        String name = "Same Name";
        List<Switcher> pages = people(20, "elsewhere.example");
        List<Page> ends;
        try (HeldRows held = HeldRows.ofNewOrganization(server(), realmId(), name)) {
            ends = held.race(
                    5,
                    pages.stream()
                            .<Supplier<Page>>map(page -> () -> page.create(name))
                            .toList());
        }

        assertThat(ends).filteredOn(Page::left).hasSize(1);
        assertThat(ends).filteredOn(end -> !end.left()).hasSize(19).allSatisfy(end -> {
            assertThat(Switcher.on(end).nameError()).contains("already taken");
            assertThat(Switcher.on(end).typedName()).isEqualTo(name);
        });
        assertThat(server().sql().query("select ID from ORG where NAME = ? and REALM_ID = ?", name, realmId()))
                .hasSize(1);
    }

    /** The database knows of no name that looks like another. */
    @Test
    void nameThatLooksLikeAnotherIsTakenWithIt() {
        List<Switcher> pages = people(2, "looks.example");
        List<Page> ends;
        try (HeldRows held = HeldRows.ofRealm(server(), realmId())) {
            ends = held.race(2, List.of(() -> pages.get(0).create("Good Look"), () -> pages.get(1)
                    .create("G00d Look")));
        }

        assertThat(ends).filteredOn(Page::left).hasSize(1);
        assertThat(ends).filteredOn(end -> !end.left()).hasSize(1).allSatisfy(end -> assertThat(
                        Switcher.on(end).nameError())
                .contains("already taken"));
    }

    @Test
    void limitOfCreatedOrganizationsHoldsInManyTabsAndAfterALoss() {
        Person rita = person("rita", "rita@limit.example");
        List<Switcher> tabs = new ArrayList<>();
        for (int tab = 0; tab < LIMIT + 5; tab++) {
            tabs.add(Switcher.on(new Person(rita.username, limitedBrowser()).signIn(limitedApp(), CHOOSE)));
        }
        assertThat(Switcher.on(new Person(rita.username, limitedBrowser()).signIn(limitedApp(), CHOOSE))
                        .skip()
                        .left())
                .isTrue();
        List<Page> ends;
        try (HeldRows held = HeldRows.ofPerson(server(), rita.id())) {
            ends = held.race(
                    4,
                    IntStream.range(0, tabs.size())
                            .<Supplier<Page>>mapToObj(tab -> () -> tabs.get(tab)
                                    .page()
                                    .submit(
                                            "#org-switcher-create",
                                            Map.of("name", "Limit " + tab, "allowColleagues", "on")))
                            .toList());
        }

        assertThat(ends).filteredOn(Page::left).hasSize(LIMIT);
        assertThat(ends).filteredOn(end -> !end.left()).hasSize(5).allSatisfy(end -> assertThat(end.text())
                .contains("cannot create any more organizations"));
        List<OrganizationRepresentation> made =
                realm().resource().organizations().search("Limit", false, 0, 20);
        assertThat(made).hasSize(LIMIT);

        OrganizationRepresentation lost = made.get(0);
        realm().resource()
                .organizations()
                .get(lost.getId())
                .members()
                .member(rita.id())
                .delete()
                .close();
        Switcher again = Switcher.on(new Person(rita.username, limitedBrowser()).signIn(limitedApp(), CHOOSE));
        assertThat(again.canCreate()).as("the limit is reached after a loss").isFalse();
        assertThat(again.join(lost.getAlias()).left()).isTrue();
        Switcher later = Switcher.on(new Person(rita.username, limitedBrowser()).signIn(limitedApp(), CHOOSE));
        assertThat(later.canCreate()).as("and after joining again").isFalse();
        assertThat(later.page().post(Map.of("create", "", "name", "Limit more")).text())
                .contains("cannot create any more organizations");
    }

    /** The application of somebody with many tabs, at a Keycloak that bears them. */
    OidcClient limitedApp() {
        return realm().app();
    }

    /** A browser of that person's. */
    UserAgent limitedBrowser() {
        return UserAgent.on(server());
    }

    @Test
    void seatsAreTakenOnceEach() {
        String few = realm().organization(
                        "Few",
                        "few",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("few.example"),
                                "org-switcher.max-members", List.of("3")));
        List<Switcher> pages = people(10, "few.example");
        List<Page> ends = racing(few, 5, joins(pages, "few"));

        assertThat(ends).filteredOn(Page::left).hasSize(3);
        assertThat(ends).filteredOn(end -> !end.left()).hasSize(7).allSatisfy(end -> assertThat(
                        Switcher.on(end).choiceError())
                .contains("no places left"));
        assertThat(realm().resource().organizations().get(few).members().count())
                .isEqualTo(3);
    }

    @Test
    void automaticMembershipIsThereForEachLoginOfOnePerson() {
        String auto = realm().organization(
                        "Auto",
                        "auto",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("auto.example"),
                                "org-switcher.join-mode", List.of("AUTOMATIC")));
        Person anna = person("anna", "anna@elsewhere.example");
        anna.signIn(realm().app());
        var account = realm().resource().users().get(anna.id());
        var changed = account.toRepresentation();
        changed.setEmail("anna@auto.example");
        changed.setEmailVerified(true);
        account.update(changed);
        List<OidcClient> apps = Stream.generate(() -> realm().app()).limit(4).toList();
        List<Page> ends = racing(
                auto,
                2,
                apps.stream()
                        .<Supplier<Page>>map(app -> () -> anna.elsewhere().signIn(app))
                        .toList());

        for (int login = 0; login < apps.size(); login++) {
            assertThat(ends.get(login).left()).as("%s", ends.get(login)).isTrue();
            assertThat(organizations(apps.get(login), ends.get(login))).containsExactly("auto");
        }
    }

    @Test
    void nobodyJoinsAnOrganizationThatIsBeingRemoved() {
        String gone = organization("Gone", "gone", "gone.example");
        String group = server().sql()
                .query("select GROUP_ID from ORG where ID = ?", gone)
                .get(0);
        List<Switcher> pages = people(6, "gone.example");
        assertThat(pages.get(0).join("gone").left()).as("a member").isTrue();
        AtOnce<RestResponse> removal;
        List<Page> ends;
        try (HeldRows held = HeldRows.ofOrganization(server(), gone)) {
            AtOnce<Page> some = AtOnce.begin(joins(pages.subList(1, 3), "gone"));
            held.untilWaiting(2);
            removal = AtOnce.begin(1, () -> realm().rest().delete("organizations/" + gone));
            held.untilWaiting(3);
            AtOnce<Page> others = AtOnce.begin(joins(pages.subList(3, 6), "gone"));
            held.untilWaiting(6).close();
            ends = Stream.concat(some.answers().stream(), others.answers().stream())
                    .toList();
        }

        assertThat(removal.answers().get(0).status()).isEqualTo(204);
        assertThat(ends)
                .filteredOn(end -> !end.left())
                .allSatisfy(end -> assertThat(Switcher.on(end).choiceError()).contains("no longer available"));
        assertThat(server().sql().query("select USER_ID from USER_GROUP_MEMBERSHIP where GROUP_ID = ?", group))
                .isEmpty();
        for (String table : List.of("ORGSW_ALLOWED_DOMAIN", "ORGSW_JOIN_POLICY", "ORGSW_ENROLLMENT")) {
            assertThat(server().sql().query("select ORG_ID from " + table + " where ORG_ID = ?", gone))
                    .as(table)
                    .isEmpty();
        }
    }

    /** Where both are under way, the second has begun as a member. */
    @Test
    void whoLeavesAndJoinsAtOnceIsIn() {
        String back = organization("Back", "back", "back.example");
        String id = realm().user("bela", "bela@back.example");
        Rest bela = realm().userRest(realm().app().directGrant("bela").accessToken());
        String path = "org-switcher/organizations/" + back;
        assertThat(bela.post(path + "/join").status()).isEqualTo(204);
        AtOnce<RestResponse> leaving;
        AtOnce<RestResponse> joining;
        try (HeldRows held = HeldRows.ofPerson(server(), id)) {
            leaving = AtOnce.begin(1, () -> bela.delete(path));
            held.untilWaiting(1);
            joining = AtOnce.begin(1, () -> bela.post(path + "/join"));
            held.untilWaiting(2);
        }

        assertThat(leaving.answers().get(0).status()).isEqualTo(204);
        assertThat(joining.answers().get(0).status())
                .as("%s", joining.answers())
                .isEqualTo(204);
        assertThat(realm().isMember(back, id)).isTrue();
    }

    /** Whoever posts ids at random could make others wait otherwise. */
    @Test
    void nobodyWaitsForWhatWasNotShown() {
        LogFromHere log = LogFromHere.of(server());
        Switcher switcher = Switcher.on(person("forger", "forger@acme.example").signIn(realm().app()));
        try (HeldRows held = HeldRows.ofOrganization(server(), globex)) {
            for (String field : List.of("join", "request", "continue")) {
                switcher = Switcher.on(switcher.post(field, globex));
                assertThat(switcher.choiceError()).contains("no longer available");
            }
        }
        assertThat(log.text()).doesNotContain("A choice was not carried out");
    }

    /** The same at the doors that have no page: who is no member has nothing to leave, to take back or to manage. */
    @Test
    void nobodyWaitsForWhatIsNotTheirs() {
        String id = realm().user("prober", "prober@acme.example");
        Rest prober = realm().userRest(realm().app().directGrant("prober").accessToken());
        String path = "org-switcher/organizations/" + globex;
        String someone = realm().user("someone", "someone@globex.example");
        List<Supplier<RestResponse>> calls = List.of(
                () -> prober.post(path + "/join"),
                () -> prober.post(path + "/request"),
                () -> prober.delete(path + "/request"),
                () -> prober.delete(path),
                () -> prober.get(path + "/enrollments"),
                () -> prober.post(path + "/enrollments/" + someone + "/approval"),
                () -> prober.post(path + "/enrollments/" + someone + "/denial"),
                () -> prober.delete(path + "/enrollments/" + someone),
                () -> prober.put(path + "/policy", Map.of()),
                () -> prober.put(path + "/managers/" + someone, Map.of()),
                () -> prober.post(path + "/invitations", Map.of("email", "prober@globex.example")),
                () -> prober.post(path + "/domains", Map.of("name", "acme.example")),
                () -> prober.delete(path + "/domains/globex.example"));
        try (HeldRows organization = HeldRows.ofOrganization(server(), globex);
                HeldRows members = HeldRows.ofMembers(server(), globex)) {
            assertThat(calls).allSatisfy(call -> assertThat(call.get().status()).isIn(403, 404));
        }
        assertThat(realm().isMember(globex, id)).isFalse();
    }

    /** People with the page before them, each of a new address of the domain. */
    private List<Switcher> people(int number, String domain) {
        String prefix = "race" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
        return AtOnce.begin(IntStream.range(0, number)
                        .<Supplier<Switcher>>mapToObj(
                                index -> () -> Switcher.on(person(prefix + index, prefix + index + "@" + domain)
                                        .signIn(realm().app())))
                        .toList())
                .answers();
    }

    private static List<Supplier<Page>> joins(List<Switcher> pages, String alias) {
        return pages.stream()
                .<Supplier<Page>>map(page -> () -> page.join(alias))
                .toList();
    }

    /** Begins while the organization is held, and lets it go when this many wait for it. */
    private List<Page> racing(String org, int waiting, List<Supplier<Page>> calls) {
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            return held.race(waiting, calls);
        }
    }

    private String realmId() {
        return realm().resource().toRepresentation().getId();
    }
}
