package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.ManyOrganizations;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.SqlCount;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A login costs what a login costs, whatever there is: the same statements for one, for ten and for a thousand. */
class ManyOrganizationsIT extends SwitcherSuite {

    private static final Map<String, String> PAGE = Map.of("prompt", "select_account");
    private static final List<Integer> NUMBERS = List.of(1, 10, 1_000);
    /** Where ours are not counted: Keycloak looks at each membership at each page, which takes seconds for a thousand. */
    private static final int SOME = 200;

    private final Map<Integer, ManyOrganizations> many = new HashMap<>();

    @BeforeAll
    void addMany() {
        Stream.concat(NUMBERS.stream(), Stream.of(SOME)).forEach(number -> {
            ManyOrganizations added = ManyOrganizations.add(realm(), "m" + number, number, initech);
            added.allow("of-" + number + ".example");
            many.put(number, added);
        });
    }

    @Test
    void pageAndPressCostTheSameForAnyNumberOfMemberships() {
        List<SqlCount> cold = new ArrayList<>();
        List<SqlCount> warm = new ArrayList<>();
        List<SqlCount> presses = new ArrayList<>();
        NUMBERS.forEach(number -> {
            Person member = member("member-of-" + number, number);
            realm().resource().clearUserCache();
            realm().resource().clearRealmCache();
            AtomicReference<Page> page = new AtomicReference<>();
            cold.add(SqlCount.during(server(), () -> page.set(member.elsewhere().signIn(realm().app(), PAGE))));
            member.elsewhere().signIn(realm().app(), PAGE);
            warm.add(SqlCount.during(server(), () -> page.set(member.elsewhere().signIn(realm().app(), PAGE))));
            assertThat(Switcher.on(page.get()).memberships()).hasSize(Math.min(number, 20));
            presses.add(SqlCount.during(server(), () -> Switcher.on(page.get())
                    .goOn(Switcher.on(page.get()).memberships().get(0))));
        });

        assertSame(cold, 4);
        assertSame(warm, 4);
        assertSame(presses, 8);
    }

    @Test
    void pageAndPressCostTheSameForAnyNumberOfOffers() {
        List<SqlCount> pages = new ArrayList<>();
        List<SqlCount> presses = new ArrayList<>();
        NUMBERS.forEach(number -> {
            String name = "guest-of-" + number;
            Person guest = person(name, name + "@of-" + number + ".example");
            guest.elsewhere().signIn(realm().app());
            guest.elsewhere().signIn(realm().app());
            AtomicReference<Page> page = new AtomicReference<>();
            pages.add(SqlCount.during(server(), () -> page.set(guest.elsewhere().signIn(realm().app()))));
            Switcher switcher = Switcher.on(page.get());
            assertThat(switcher.offers()).hasSize(Math.min(number, 20));
            presses.add(SqlCount.during(
                    server(), () -> switcher.join(switcher.offers().get(0))));

            assertThat(guest.elsewhere().signIn(realm().app()).left())
                    .as("nothing is new, shown or not")
                    .isTrue();
            assertThat(new Rows(server().sql()).where("USER_ID", guest.id())).containsEntry("ORGSW_ENROLLMENT", number);
        });

        assertSame(pages, 4);
        assertThat(presses).allSatisfy(press -> {
            assertThat(ours(press).total()).as("%s", ours(press)).isLessThanOrEqualTo(8);
            assertThat(press.matching("insert into orgsw_enrollment").total())
                    .as("the one that was joined, and all that were not: %s", ours(press))
                    .isEqualTo(2);
        });
    }

    /** Whenever Keycloak has a person before it, it looks at each membership: see {@code docs/performance.md}. */
    @Test
    void drawingThePageHasKeycloakLookAtMembershipsNoMoreOftenThanAPageOfItsOwn() {
        Person member = member("drawn", SOME);
        Page ours = member.elsewhere().signIn(realm().app(), PAGE);
        Page keycloaks = member.elsewhere()
                .signIn(
                        realm().app(),
                        Map.of("scope", "openid organization:m" + SOME + "-1", "kc_action", "UPDATE_PROFILE"));
        assertThat(ours.has("#org-switcher")).isTrue();
        assertThat(keycloaks.has("#kc-update-profile-form"))
                .as(keycloaks.toString())
                .isTrue();

        assertThat(looksAtMemberships(ours)).isLessThan(looksAtMemberships(keycloaks) + 20);
    }

    private long looksAtMemberships(Page page) {
        page.agent().open(page.uri());
        return SqlCount.during(server(), () -> page.agent().open(page.uri()))
                .matching("user_group_membership")
                .total();
    }

    @Test
    void loginWithoutPageReadsNoList() {
        NUMBERS.forEach(number -> {
            Person member = member("silent-" + number, number);
            Map<String, String> hint = Map.of("scope", "openid organization:m" + number + "-1");
            assertThat(member.elsewhere().signIn(realm().app(), hint).left()).isTrue();
            member.elsewhere().signIn(realm().app(), hint);
            SqlCount count = SqlCount.during(server(), () -> member.elsewhere().signIn(realm().app(), hint));
            assertThat(count.matching("orgsw_").total()).as("%s", count).isOne();
        });
    }

    @Test
    void ownListsCostTheSameForAnyNumber() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        List<SqlCount> calls = new ArrayList<>();
        List<SqlCount> pages = new ArrayList<>();
        NUMBERS.forEach(number -> {
            String name = "own-" + number;
            many.get(number).join(realm().user(name, name + "@nobodys.example"));
            Rest rest = realm().userRest(realm().app().directGrant(name).accessToken());
            own(rest, "max=20");
            calls.add(SqlCount.during(
                    server(), () -> assertThat(own(rest, "max=20")).hasSize(Math.min(number, 20))));
            Page page = OidcClient.fillLogin(UserAgent.on(server()).open(account()), name);
            pages.add(SqlCount.during(server(), () -> assertThat(
                            page.agent().open(account()).has("#org-switcher-memberships-m" + number + "-1"))
                    .isTrue()));
        });

        assertSame(calls, 6);
        assertSame(pages, 6);
    }

    @Test
    void ownListsAreReadPageByPageAndSearched() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        many.get(1_000).join(realm().user("reader", "reader@nobodys.example"));
        Rest rest = realm().userRest(realm().app().directGrant("reader").accessToken());
        Set<String> read = new HashSet<>();
        for (int first = 0; first < 1_000; first += 300) {
            own(rest, "max=300&first=" + first)
                    .forEach(membership -> read.add(membership.path("alias").asText()));
        }
        assertThat(read).hasSize(1_000);
        assertThat(own(rest, "first=1000")).isEmpty();
        assertThat(own(rest, "search=m1000%2077")).hasSize(11);
        assertThat(own(rest, "search=m1000%2077&first=10")).hasSize(1);

        Page page = OidcClient.fillLogin(UserAgent.on(server()).open(account()), "reader");
        assertThat(page.text()).contains("Showing 20 of 1,000");
        Page found = page.submit("#org-switcher-search-submit", Map.of("search", "M1000 777"));
        assertThat(found.element("#org-switcher-found").text()).isEqualTo("Found 1 of 1,000");
        Page switched = found.submit("#org-switcher-continue-m1000-777");
        assertThat(switched.element("#org-switcher-memberships-m1000-777").text())
                .as("the last used comes first")
                .contains("Current");
    }

    private static JsonNode own(Rest rest, String query) {
        RestResponse response = rest.get("org-switcher/organizations?" + query);
        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        return response.json().path("memberships");
    }

    private URI account() {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/account");
    }

    @Test
    void searchFindsWhatIsNotShown() {
        Person member = member("searching", SOME);
        Switcher switcher = Switcher.on(member.elsewhere().signIn(realm().app()));
        assertThat(switcher.page().text()).contains("Showing 20 of 200");

        Page found = switcher.page().submit("#org-switcher-search-submit", Map.of("search", "M200 17"));
        assertThat(Switcher.on(found).memberships())
                .containsExactlyInAnyOrder(
                        "m200-17",
                        "m200-170",
                        "m200-171",
                        "m200-172",
                        "m200-173",
                        "m200-174",
                        "m200-175",
                        "m200-176",
                        "m200-177",
                        "m200-178",
                        "m200-179");
        assertThat(found.element("#org-switcher-found").text()).isEqualTo("Found 11 of 200");

        Page nothing = found.submit("#org-switcher-search-submit", Map.of("search", "\u0000 \uD83D\uDE00 100%"));
        assertThat(nothing.element("#org-switcher-found").text()).startsWith("No organization matches");
        assertThat(Switcher.on(nothing).memberships()).isEmpty();
        assertThat(Switcher.on(nothing).canSkip()).isTrue();

        Page all = nothing.submit("#org-switcher-search-clear");
        assertThat(Switcher.on(all).memberships()).hasSize(20);
        assertThat(all.has("#org-switcher-found")).isFalse();

        Page again = all.submit("#org-switcher-search-submit", Map.of("search", "m200 177"));
        assertThat(Switcher.on(again).goOn("m200-177").left()).isTrue();
        assertThat(Switcher.on(member.elsewhere().signIn(realm().app())).memberships())
                .as("the last used comes first")
                .first()
                .isEqualTo("m200-177");
    }

    @Test
    void offerThatASearchHasFoundCanBeJoined() {
        Person guest = person("finder", "finder@of-1000.example");
        Switcher switcher = Switcher.on(guest.signIn(realm().app()));
        assertThat(switcher.page().text()).contains("Showing 20 of 1,000");
        Page found = switcher.page().submit("#org-switcher-search-submit", Map.of("search", "m1000 777"));
        assertThat(Switcher.on(found).offers()).containsExactly("m1000-777");

        assertThat(Switcher.on(found).join("m1000-777").left()).isTrue();
        assertThat(realm().isMember("m1000-777", guest.id())).isTrue();
    }

    @Test
    void whatWasNeverShownCannotBeJoined() {
        Person guest = person("forger", "forger@of-1000.example");
        Page refused = Switcher.on(guest.signIn(realm().app())).post("join", "m1000-999");
        assertThat(Switcher.on(refused).choiceError()).isNotEmpty();
        assertThat(realm().isMember("m1000-999", guest.id())).isFalse();
    }

    private Person member(String name, int number) {
        Person member = person(name, name + "@nobodys.example");
        Switcher.on(member.signIn(realm().app())).skip();
        many.get(number).join(member.id());
        realm().resource().clearUserCache();
        return member;
    }

    /** The same of ours, and at most so many. */
    private static void assertSame(List<SqlCount> counts, int most) {
        assertThat(counts).allSatisfy(count -> assertThat(ours(count).total())
                .as("%s", ours(count))
                .isLessThanOrEqualTo(most)
                .isEqualTo(ours(counts.get(0)).total()));
    }

    private static SqlCount ours(SqlCount count) {
        return count.matching("orgsw_");
    }
}
