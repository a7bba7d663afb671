package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.SqlCount;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One hundred thousand allowed domains, half of them one organization's: what pages cost, counted in statements and in blocks
 * of tables and indexes; {@code mvn -Pbench} measures the time.
 */
class ScaleIT extends KeycloakSuite {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int USERS = 20_000;
    private static final List<String> PAGES = List.of(
            "?max=100",
            "?max=100&search=d",
            "?max=100&search=d09",
            "?max=100&search=d0005",
            "?search=d000566.load",
            "?search=%22d000566.load.example%22",
            "?search=d000566.load.example&exact=true",
            "?search=nothing",
            "?search=zzz",
            "?search=%22nothing%22");
    private static final String ANYWHERE = "?search=*nothing*";

    /** A row of a page costs some blocks of an index and one of its table, and the same again for its organization. */
    private static final int BLOCKS_OF_ROW = 10;
    /** Beyond those after which a driver prepares a statement, and PostgreSQL makes one plan for all its values. */
    private static final int TURNS = 12;

    private List<String> lists = List.of();
    private List<Long> few = List.of();
    private SqlCount imported;

    @BeforeAll
    void importDomains() {
        Load load = Load.on(realm(), 100);
        lists = List.of(Load.DOMAINS, load.domainsOf(0), load.domainsOf(1));
        load.add(0, FEW);
        few = statements();
        imported = SqlCount.during(server(), () -> {
            RestResponse answer = load.add(FEW, MANY);
            assertThat(answer.json().path("results")).hasSize(MANY - FEW);
        });
        load.analyze();
    }

    @Test
    void importTakesFewStatements() {
        // Two look-ups, two inserts and one admin event for each two hundred rows.
        assertThat(imported.total()).as("%s", imported).isLessThan((MANY - FEW) / 200 * 10);
        assertThat(imported.matching("orgsw_").total()).as("%s", imported).isLessThan((MANY - FEW) / 200 * 4);
    }

    /** The page, and where it shows any domains, what others have proven of them. */
    @Test
    void pageIsTwoStatementsAtMost() {
        assertThat(few).allMatch(count -> count <= 2);
        assertThat(statements()).allMatch(count -> count <= 2);
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        assertThat(domains(Load.DOMAINS + "?first=99990&max=100"))
                .hasSize(10)
                .last()
                .isEqualTo(Load.domain(MANY - 1));
        assertThat(domains(Load.DOMAINS + "?search=d0567&max=1000"))
                .hasSize(100)
                .first()
                .isEqualTo(Load.domain(56_700));
        assertThat(domains(lists.get(1) + "?search=d0567&max=1000")).hasSize(50);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(page -> domains(Load.DOMAINS + "?max=1000&first=" + page * 1000))
                        .flatMap(List::stream)
                        .distinct()
                        .count())
                .isEqualTo(MANY);
    }

    @Test
    void searchLooksAtNoMoreThanItFinds() {
        for (String list : lists) {
            // Searches that look through everything do not spoil the plans of those that need not.
            turns(list + ANYWHERE);
            for (String page : PAGES) {
                assertThat(turns(list + page).blocks())
                        .as(list + page)
                        .isLessThan(TURNS
                                * BLOCKS_OF_ROW
                                * (1 + domains(list + page).size()));
            }
        }
        assertThat(turns(Load.DOMAINS + ANYWHERE).blocks()).isGreaterThan(TURNS * MANY / 100);
    }

    /** What is passed over is looked at in an index, once PostgreSQL knows that its rows are old enough for that. */
    @Test
    void pageFarBehindCostsLittleMoreThanTheFirst() {
        // How densely the index is filled is not what other suites have left of it.
        execute("REINDEX TABLE orgsw_allowed_domain", "VACUUM ANALYZE orgsw_allowed_domain");
        domains(Load.DOMAINS + "?max=100");
        long first = SqlCount.during(server(), () -> domains(Load.DOMAINS + "?max=100"))
                .matching("orgsw_allowed_domain")
                .blocks();
        long far = SqlCount.during(server(), () -> domains(Load.DOMAINS + "?max=100&first=90000"))
                .matching("orgsw_allowed_domain")
                .blocks();
        assertThat(far).isLessThan(first + 90 * 2 * first);
        assertThat(far)
                .as("an index's block has more than fifty rows, and those of the page are looked up")
                .isLessThan(90_000 / 50 + 100 * BLOCKS_OF_ROW);
    }

    @Test
    void pageOfEnrollmentsFarBehindCostsLittleMoreThanTheFirst() {
        String crowded = realm().organization("Crowded", "crowded", Map.of());
        // How densely an index is filled hangs on where an organization's id, made by chance, comes to lie in it.
        execute(
                "INSERT INTO orgsw_enrollment (realm_id, org_id, user_id, status, created_at, updated_at) SELECT '"
                        + realmId()
                        + "', '" + crowded
                        + "', 'somebody-' || n, CASE WHEN n % 3 = 0 THEN 'JOINED' ELSE 'LEFT' END, n, n"
                        + " FROM generate_series(1, " + MANY + ") n",
                "REINDEX TABLE orgsw_enrollment",
                "VACUUM ANALYZE orgsw_enrollment");
        for (String list :
                List.of("org-switcher/enrollments", "org-switcher/organizations/" + crowded + "/enrollments")) {
            long first = blocksOfEnrollments(list + "?max=100");
            long far = blocksOfEnrollments(list + "?max=100&first=90000");
            assertThat(far).as(list).isLessThan(90_000 / 50 + 100 * BLOCKS_OF_ROW);
            assertThat(first).as(list).isLessThan(100 * BLOCKS_OF_ROW);
            assertThat(realm().rest().get(list + "?max=2&first=90000").json().findValuesAsText("userId"))
                    .containsExactly("somebody-10000", "somebody-9999");
        }
    }

    /** No index finds the end of an address: a page is one look through the realm's users, wherever in the list it is. */
    @Test
    void aPageOfPeopleWhoAreThereIsOneLookThroughTheRealmsUsers() {
        String acme = realm().organization("Crew", "crew", Map.of());
        realm().rest().post("org-switcher/organizations/" + acme + "/domains", Map.of("domain", "*.crew.example"));
        addUsers("crew");
        String list = "org-switcher/organizations/" + acme + "/people?max=100";
        assertThat(realm().rest().get(list).json()).hasSize(100);
        SqlCount first = SqlCount.during(server(), () -> realm().rest().get(list));
        SqlCount far = SqlCount.during(server(), () -> realm().rest().get(list + "&first=9000"));
        SqlCount none = SqlCount.during(server(), () -> realm().rest().get(list + "&search=nobody"));
        assertThat(first.matching("from user_entity").blocks()).as("%s", first).isLessThan(USERS / 5);
        assertThat(far.matching("from user_entity").blocks())
                .as("%s", far)
                .isLessThan(2 * first.matching("from user_entity").blocks());
        assertThat(none.blocks()).as("%s", none).isLessThan(2 * first.blocks());
        assertThat(realm().rest().get(list + "&first=9999").json()).hasSize(1);
        assertThat(realm().rest()
                        .getAs("text/csv", "org-switcher/organizations/" + acme + "/people")
                        .body()
                        .lines())
                .hasSize(1 + USERS / 2);
        remove(acme);
        execute("DELETE FROM user_entity WHERE id LIKE 'crew-%'");
    }

    @Test
    void pageOfSetAsideAccountsFarBehindCostsLittleMoreThanTheFirst() {
        addUsers("aside");
        execute(
                "INSERT INTO orgsw_person (realm_id, user_id, set_aside_at, set_aside_hash, set_aside_for) SELECT '"
                        + realmId() + "', 'aside-' || n, n / 2, 'hash', 'aside-' || n % 2 FROM generate_series(1, "
                        + USERS + ") n",
                "REINDEX TABLE orgsw_person",
                "VACUUM ANALYZE orgsw_person");
        String list = "org-switcher/people/set-aside?max=100";
        assertThat(realm().rest().get(list).json()).hasSize(100);
        long first = SqlCount.during(server(), () -> realm().rest().get(list))
                .matching("orgsw_person")
                .blocks();
        long far = SqlCount.during(server(), () -> realm().rest().get(list + "&first=18000"))
                .matching("orgsw_person")
                .blocks();
        assertThat(first).isLessThan(100 * BLOCKS_OF_ROW);
        assertThat(far).isLessThan(18_000 / 50 + 100 * BLOCKS_OF_ROW);
        JsonNode page = realm().rest()
                .get("org-switcher/people/set-aside?max=3&first=18000")
                .json();
        assertThat(page.findValuesAsText("username"))
                .containsExactly("aside002000", "aside001999", "aside000001", "aside001998");
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> realm().rest()
                                .get("org-switcher/people/set-aside?max=1000&first=" + i * 1000)
                                .json())
                        .flatMap(read -> StreamSupport.stream(read.spliterator(), false))
                        .map(account -> account.path("account").path("id").asText())
                        .distinct())
                .as("pages near and far are one list")
                .hasSize(USERS);
        execute(
                "DELETE FROM orgsw_person WHERE user_id LIKE 'aside-%'",
                "DELETE FROM user_entity WHERE id LIKE 'aside-%'");
    }

    /** Whoever is one too many is refused without a look at all the others. */
    @Test
    void seatsAreCountedToTheLimit() {
        String crowd = realm().organization(
                        "Crowd",
                        "crowd",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("crowd.example"),
                                "org-switcher.join-mode", List.of("REQUEST"),
                                "org-switcher.max-members", List.of("5")));
        addUsers("crowd");
        execute(
                "INSERT INTO user_group_membership (group_id, user_id, membership_type) SELECT o.group_id, u.id, 'UNMANAGED'"
                        + " FROM org o CROSS JOIN user_entity u WHERE o.id = '" + crowd + "' AND u.id LIKE 'crowd-%'",
                "VACUUM ANALYZE user_group_membership");
        String asking = realm().user("asking", "asking@crowd.example");
        EnrollmentRows.of(realm()).add(crowd, asking, "REQUESTED", null, "crowd.example", 1000);

        SqlCount refusal = SqlCount.during(server(), () -> {
            RestResponse approval =
                    realm().rest().post("org-switcher/organizations/" + crowd + "/enrollments/" + asking + "/approval");
            assertThat(approval.status()).as(approval.toString()).isEqualTo(409);
            assertThat(approval.body()).contains("no places left");
        });
        assertThat(refusal.matching("user_group_membership").blocks())
                .as("%s", refusal)
                .isLessThan(USERS / 200);
        execute(
                "DELETE FROM user_group_membership WHERE user_id LIKE 'crowd-%'",
                "DELETE FROM user_entity WHERE id LIKE 'crowd-%'");
        remove(crowd);
    }

    /** Who may view all may be denied one. */
    @Test
    void pageFarBehindLeavesOutWhatPermissionsDeny() {
        Admin admin = realm().admin("query-organizations");
        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        String denied = realm().rest()
                .get("org-switcher/domains?max=1")
                .json()
                .path(0)
                .path("organization")
                .path("id")
                .asText();
        permissions.grant(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(), "view");
        permissions.deny(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(denied), "view");
        Rest rest = realm().rest().as(admin.accessToken());
        for (String page : List.of("?max=100", "?max=100&first=1000")) {
            RestResponse listed = rest.get(Load.DOMAINS + page);
            assertThat(listed.json()).as(listed.toString()).hasSize(100);
            assertThat(listed.json().findValuesAsText("id")).as(page).doesNotContain(denied);
        }
    }

    /** Half of them on one domain, and all of them local. */
    private void addUsers(String prefix) {
        execute(
                "INSERT INTO user_entity (id, realm_id, username, email, email_constraint, email_verified, enabled,"
                        + " created_timestamp, not_before) SELECT p || '-' || n, '" + realmId()
                        + "', p || lpad(n::text, 6, '0'), p || n || CASE WHEN n % 2 = 0 THEN '@' || p || '.example'"
                        + " ELSE '@elsewhere.example' END, p || '-' || n, true, true, 0, 0 FROM generate_series(1, "
                        + USERS + ") n, (VALUES ('" + prefix + "')) v (p)",
                "VACUUM ANALYZE user_entity");
    }

    /** With its domains, which other tests count. */
    private void remove(String organization) {
        realm().resource().organizations().get(organization).delete().close();
    }

    private String realmId() {
        return realm().resource().toRepresentation().getId();
    }

    private void execute(String... statements) {
        for (String sql : statements) {
            server().sql().execute(sql);
        }
    }

    private long blocksOfEnrollments(String page) {
        assertThat(realm().rest().get(page).json()).as(page).hasSize(100);
        return SqlCount.during(server(), () -> realm().rest().get(page))
                .matching("orgsw_enrollment")
                .blocks();
    }

    /** By any other rule, PostgreSQL finds no beginnings by index; the database of a test may have this one for all texts. */
    @Test
    void searchedNamesAreComparedByTheirBytes() throws SQLException {
        try (Connection connection = server().database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery("SELECT collation_name FROM information_schema.columns"
                        + " WHERE table_name = 'orgsw_allowed_domain' AND column_name = 'search_name'")) {
            assertThat(column.next()).isTrue();
            assertThat(column.getString(1)).isEqualTo("C");
        }
    }

    private SqlCount turns(String page) {
        return SqlCount.during(server(), () -> IntStream.range(0, TURNS).forEach(turn -> domains(page)))
                .matching("orgsw_allowed_domain");
    }

    /** On our own table; what Keycloak asks to know the administrator depends on its caches. */
    private List<Long> statements() {
        return lists.stream()
                .flatMap(list -> PAGES.stream().map(list::concat))
                .peek(this::domains)
                .map(page -> SqlCount.during(server(), () -> domains(page))
                        .matching("orgsw_allowed_domain")
                        .total())
                .toList();
    }

    private List<String> domains(String path) {
        RestResponse page = realm().rest().get(path);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json().findValuesAsText("domain");
    }
}
