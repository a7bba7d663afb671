package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

/** What an organization's policy gives the people of its domains. */
class JoinModesIT extends SwitcherSuite {

    private static final Map<String, String> CHOOSE = Map.of("prompt", "select_account");

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF");
    }

    @Test
    void automaticMembershipNeedsNoPage() throws SQLException {
        String auto = organization("auto", Map.of("join-mode", "AUTOMATIC"));
        Person anna = person("anna", "anna@auto.example");
        OidcClient app = realm().app();
        assertThat(organizations(app, anna.signIn(app))).containsExactly("auto");
        assertThat(enrollment(auto, anna)).isEqualTo("JOINED AUTOMATIC auto.example");
        assertThat(realm().events())
                .filteredOn(event -> "joined_automatically".equals(detail(event, "org_switcher_outcome")))
                .filteredOn(event -> auto.equals(detail(event, "org_switcher_organization")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getType()).isEqualTo("CUSTOM_REQUIRED_ACTION");
                    assertThat(detail(event, "org_switcher_domain")).isEqualTo("auto.example");
                });
        OidcClient again = realm().app();
        assertThat(organizations(again, anna.elsewhere().signIn(again))).containsExactly("auto");
    }

    @Test
    void severalAutomaticOrganizationsAreAllJoinedAndThenChosenFrom() {
        organization("one", "both.example", Map.of("join-mode", "AUTOMATIC"));
        organization("two", "both.example", Map.of("join-mode", "AUTOMATIC"));
        Person berta = person("berta", "berta@both.example");
        OidcClient app = realm().app();
        Switcher switcher = Switcher.on(berta.signIn(app));
        assertThat(switcher.memberships()).containsExactly("one", "two");
        assertThat(organizations(app, switcher.goOn("two"))).containsExactly("two");
    }

    /** PostgreSQL keeps of every row which transaction has written it. */
    @Test
    void manyAutomaticOrganizationsAreJoinedInOneTransaction() {
        for (int i = 0; i < 22; i++) {
            organization("crowd-" + i, "crowd.example", Map.of("join-mode", "AUTOMATIC"));
        }
        Person cora = person("cora", "cora@crowd.example");
        Switcher switcher = Switcher.on(cora.signIn(realm().app()));
        assertThat(switcher.memberships()).hasSize(20);
        assertThat(switcher.offers()).hasSize(2);
        assertThat(server().sql()
                        .query(
                                "select xmin::text || ' ' || count(*) from (select xmin from orgsw_enrollment where user_id = ?"
                                        + " union all select xmin from user_group_membership where user_id = ?) r (xmin)"
                                        + " group by xmin",
                                cora.id(),
                                cora.id()))
                .singleElement()
                .asString()
                .endsWith(" 40");
    }

    @Test
    void whoWasRemovedIsOfferedAndNotJoinedAgain() {
        String auto = organization("sticky", Map.of("join-mode", "AUTOMATIC"));
        Person clara = person("clara", "clara@sticky.example");
        clara.signIn(realm().app());
        remove(auto, clara);
        Switcher switcher = Switcher.on(clara.elsewhere().signIn(realm().app(), CHOOSE));
        assertThat(switcher.offers()).containsExactly("sticky");
        assertThat(realm().isMember(auto, clara.id())).isFalse();
        assertThat(switcher.join("sticky").left()).isTrue();
        assertThat(realm().isMember(auto, clara.id())).isTrue();
    }

    @Test
    void whomAnAdminAddedAndRemovedIsNotJoinedEither() {
        String auto = organization("byhand", "nomatch.example", Map.of("join-mode", "AUTOMATIC"));
        Person dora = person("dora", "dora@byhand.example");
        dora.signIn(realm().app());
        realm().member(auto, dora.id());
        remove(auto, dora);
        addDomain(auto, "byhand.example");
        assertThat(Switcher.on(dora.elsewhere().signIn(realm().app(), CHOOSE)).offers())
                .containsExactly("byhand");
        assertThat(realm().isMember(auto, dora.id())).isFalse();
    }

    @Test
    void askingStaysOnThePageAndIsKept() throws SQLException {
        String asked = organization("ask", "ask.example", Map.of("join-mode", "REQUEST"));
        organization("open", "ask.example", Map.of());
        Person emil = person("emil", "emil@ask.example");
        Switcher switcher = Switcher.on(emil.signIn(realm().app()));
        assertThat(switcher.requestable()).containsExactly("ask");
        assertThat(switcher.offers()).containsExactly("open");

        Switcher after = Switcher.on(switcher.request("ask"));
        assertThat(after.page().text()).contains("Your request was sent.").contains("Waiting for approval");
        assertThat(after.requested()).containsExactly("ask");
        assertThat(after.requestable()).isEmpty();
        assertThat(after.offers()).containsExactly("open");
        assertThat(enrollment(asked, emil)).isEqualTo("REQUESTED null ask.example");
        assertThat(realm().isMember(asked, emil.id())).isFalse();

        Switcher twice = Switcher.on(after.post("request", asked));
        assertThat(twice.requested()).containsExactly("ask");
        assertThat(twice.join("open").left()).isTrue();
        assertThat(enrollment(asked, emil)).isEqualTo("REQUESTED null ask.example");
        assertThat(emil.elsewhere().signIn(realm().app()).left())
                .as("a pending request asks nothing")
                .isTrue();
    }

    @Test
    void oneDoorDoesNotOpenTheOther() {
        String asked = organization("askonly", Map.of("join-mode", "REQUEST"));
        Person fritz = person("fritz", "fritz@askonly.example");
        Switcher switcher = Switcher.on(fritz.signIn(realm().app()));
        assertThat(Switcher.on(switcher.post("join", asked)).choiceError()).contains("has changed");
        assertThat(realm().isMember(asked, fritz.id())).isFalse();
        String open = organization("openonly", Map.of());
        Person gerda = person("gerda", "gerda@openonly.example");
        assertThat(Switcher.on(Switcher.on(gerda.signIn(realm().app())).post("request", open))
                        .choiceError())
                .contains("has changed");
    }

    @Test
    void seatsThatAreGoneAreNotOffered() {
        String full = organization("full", Map.of("max-members", "1"));
        realm().member(full, realm().user("first", "first@elsewhere.example"));
        Person hans = person("hans", "hans@full.example");
        assertThat(hans.signIn(realm().app()).left()).isTrue();
    }

    @Test
    void lastSeatIsTakenOnce() {
        String last = organization("last", Map.of("max-members", "1"));
        List<Switcher> pages = new ArrayList<>();
        for (String name : List.of("ida", "jens", "karl", "lisa")) {
            pages.add(Switcher.on(person(name, name + "@last.example").signIn(realm().app())));
        }
        List<CompletableFuture<Page>> joins = pages.stream()
                .map(page -> CompletableFuture.supplyAsync(() -> page.join("last")))
                .toList();
        List<Page> after = joins.stream().map(CompletableFuture::join).toList();
        assertThat(after).filteredOn(Page::left).hasSize(1);
        assertThat(after).filteredOn(page -> !page.left()).hasSize(3).allSatisfy(page -> assertThat(
                        Switcher.on(page).choiceError())
                .contains("no places left"));
        assertThat(realm().resource().organizations().get(last).members().count())
                .isEqualTo(1);
    }

    @Test
    void lastSeatIsTakenOnceAutomatically() {
        String last = organization("autolast", Map.of("max-members", "1", "join-mode", "AUTOMATIC"));
        List<Person> people = List.of(
                person("mona", "mona@autolast.example"),
                person("nils", "nils@autolast.example"),
                person("olga", "olga@autolast.example"));
        List<CompletableFuture<Page>> logins = people.stream()
                .map(person -> CompletableFuture.supplyAsync(() -> person.signIn(realm().app())))
                .toList();
        assertThat(logins.stream().map(CompletableFuture::join).toList()).allMatch(Page::left);
        assertThat(realm().resource().organizations().get(last).members().count())
                .isEqualTo(1);
    }

    @Test
    void otherKindsOfSignInOpenNothing() {
        organization("pwd", Map.of("sign-in-kinds", "PASSWORD"));
        assertThat(person("paul", "paul@pwd.example").signIn(realm().app()).left())
                .isTrue();
        organization("soc", Map.of("sign-in-kinds", "SOCIAL"));
        assertThat(Switcher.on(person("quinn", "quinn@soc.example").signIn(realm().app()))
                        .join("soc")
                        .left())
                .isTrue();
    }

    @Test
    void kindIsCheckedAgainWhenTheChoiceIsPosted() {
        String kinds = organization("kinds", Map.of());
        Person rosa = person("rosa", "rosa@kinds.example");
        Switcher switcher = Switcher.on(rosa.signIn(realm().app()));
        RestResponse changed = realm().rest()
                .put("org-switcher/organizations/" + kinds + "/policy", Map.of("signInKinds", List.of("PASSWORD")));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        assertThat(Switcher.on(switcher.join("kinds")).choiceError()).contains("no longer available");
        assertThat(realm().isMember(kinds, rosa.id())).isFalse();
    }

    @Test
    void onlyAVerifiedDomainOpensWhereItMust() throws SQLException {
        String proven = organization("proven", Map.of("require-verified-domain", "true"));
        Person sven = person("sven", "sven@proven.example");
        assertThat(sven.signIn(realm().app()).left()).isTrue();
        server().sql().execute("update orgsw_allowed_domain set verification = 'VERIFIED' where org_id = ?", proven);
        assertThat(Switcher.on(sven.elsewhere().signIn(realm().app())).offers()).containsExactly("proven");
    }

    private String organization(String alias, Map<String, String> settings) {
        return organization(alias, alias + ".example", settings);
    }

    private String organization(String alias, String domain, Map<String, String> settings) {
        Map<String, List<String>> attributes = new HashMap<>();
        settings.forEach((name, value) -> attributes.put("org-switcher." + name, List.of(value)));
        attributes.put("org-switcher.allowed-domains", List.of(domain));
        return realm().organization(alias, alias, attributes);
    }

    private void addDomain(String organization, String domain) {
        assertThat(realm().rest()
                        .post("org-switcher/organizations/" + organization + "/domains", Map.of("domain", domain))
                        .status())
                .isEqualTo(201);
    }

    private void remove(String organization, Person person) {
        realm().resource()
                .organizations()
                .get(organization)
                .members()
                .member(person.id())
                .delete()
                .close();
    }

    private static String detail(EventRepresentation event, String name) {
        return event.getDetails() == null ? null : event.getDetails().get(name);
    }

    private String enrollment(String organization, Person person) throws SQLException {
        try (Connection connection = server().database().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT status, method, domain FROM orgsw_enrollment WHERE org_id = ? AND user_id = ?")) {
            query.setString(1, organization);
            query.setString(2, person.id());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) : "none";
            }
        }
    }
}
