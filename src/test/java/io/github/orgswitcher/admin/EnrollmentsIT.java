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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of people who came to an organization, or did not. */
class EnrollmentsIT extends KeycloakSuite {

    private static final String REALM = "org-switcher/enrollments";

    private String acme = "";
    private String enrollments = "";
    private String alice = "";

    @BeforeAll
    void addEnrollments() {
        acme = realm().organization("Acme", "acme", Map.of());
        enrollments = "org-switcher/organizations/" + acme + "/enrollments";
        alice = realm().user("alice", "alice@acme.example");
        EnrollmentRows rows = EnrollmentRows.of(realm());
        rows.add(acme, alice, "JOINED", "ALLOWED_DOMAIN", "acme.example", 1000);
        rows.add(acme, realm().user("bob", "bob@acme.example"), "REQUESTED", null, "acme.example", 2000);
        rows.add(acme, realm().user("carol", "carol@labs.example"), "DENIED", null, "labs.example", 3000);
        rows.add(acme, realm().user("dave", "dave@acme.example"), "DISMISSED", null, null, 4000);
        rows.add(acme, realm().user("erin", "erin@acme.example"), "LEFT", "APPROVED_REQUEST", null, 5000);
        rows.add(acme, "gone", "JOINED", "CREATOR", null, 6000);
        // In the place of a creator who was removed.
        rows.add(acme, "-", "LEFT", "CREATOR", null, 6500);
        rows.add(acme, "f:gone:with-storage", "JOINED", "AUTOMATIC", "acme.example", 7000);
        rows.add("-", realm().user("frank", "frank@acme.example"), "DISMISSED", null, null, 8000);
        rows.add(realm().organization("Globex", "globex", Map.of()), alice, "REQUESTED", null, null, 9000);
    }

    @Test
    void recordTellsWhoHowAndWhen() {
        JsonNode listed = realm().rest().get(enrollments + "?search=alice").json();

        assertThat(listed).hasSize(1);
        JsonNode record = listed.path(0);
        assertThat(record.path("userId").asText()).isEqualTo(alice);
        assertThat(record.path("user").path("id").asText()).isEqualTo(alice);
        assertThat(record.path("user").path("username").asText()).isEqualTo("alice");
        assertThat(record.path("user").path("email").asText()).isEqualTo("alice@acme.example");
        assertThat(record.path("user").path("firstName").asText()).isEqualTo("alice");
        assertThat(record.path("user").path("lastName").asText()).isEqualTo("Example");
        assertThat(record.path("status").asText()).isEqualTo("JOINED");
        assertThat(record.path("method").asText()).isEqualTo("ALLOWED_DOMAIN");
        assertThat(record.path("domain").asText()).isEqualTo("acme.example");
        assertThat(record.path("createdAt").asLong()).isEqualTo(1000);
        assertThat(record.path("updatedAt").asLong()).isEqualTo(1001);
        assertThat(record.has("decidedBy")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', f:gone:with-storage gone erin carol bob alice",
        "status=DISMISSED, dave",
        "status=REQUESTED&status=DENIED, carol bob",
        "'status=REQUESTED,JOINED', f:gone:with-storage gone bob alice",
        "'status=', f:gone:with-storage gone erin carol bob alice",
        "first=1&max=2, gone erin",
        "max=1&first=5, alice",
        "first=6, ''",
        "search=ACME.example, f:gone:with-storage bob alice",
        "search=*ACME.example, f:gone:with-storage erin bob alice",
        "search=exam, erin carol bob alice",
        "search=bob@, bob",
        "search=%22bob%22, bob",
        "search=%22bo%22, ''",
        "search=%22labs.example%22, carol",
        "search=bob%20carol, ''",
        "search=bob%20exam, bob",
        "search=labs, carol",
        "search=%25, ''",
        "search=frank, ''",
        "search=gone, ''"
    })
    void listIsFilteredSearchedAndPagedLatestFirst(String query, String people) {
        assertThat(String.join(" ", people(realm().rest(), query))).isEqualTo(people);
        String unpaged = query.replaceAll("(first|max)=\\d+&?", "");
        assertThat(count(realm().rest(), enrollments, unpaged))
                .isEqualTo(people(realm().rest(), unpaged).size());
    }

    private static int count(Rest rest, String list, String query) {
        RestResponse count = rest.get(list + "/count?" + query);
        assertThat(count.status()).as(count.toString()).isEqualTo(200);
        return count.json().asInt(-1);
    }

    /** The realm's own list has the organization with each. */
    @Test
    void theRealmsListHasThoseOfAllOrganizations() {
        assertThat(inRealm(realm().rest(), "status=REQUESTED")).containsExactly("globex alice", "acme bob");
        assertThat(inRealm(realm().rest(), "status=REQUESTED&search=bob")).containsExactly("acme bob");
        assertThat(inRealm(realm().rest(), "status=REQUESTED&first=1&max=1")).containsExactly("acme bob");
        assertThat(inRealm(realm().rest(), "status=DISMISSED"))
                .as("an organization that is not there")
                .containsExactly("acme dave");
        assertThat(realm().rest().get("org-switcher/enrollments?status=ASKED").status())
                .isEqualTo(400);
        assertThat(count(realm().rest(), REALM, "status=REQUESTED")).isEqualTo(2);
        assertThat(count(realm().rest(), REALM, "status=REQUESTED&search=bob")).isOne();
        SqlCount count = SqlCount.during(server(), () -> inRealm(realm().rest(), "search=example"));
        assertThat(count.matching("orgsw_enrollment").total()).as("%s", count).isOne();

        Admin admin = realm().admin("query-organizations");
        FineGrainedPermissions.of(realm()).grant(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(acme), "view");
        assertThat(inRealm(realm().rest().as(admin.accessToken()), "status=REQUESTED"))
                .as("of what may be viewed, without names")
                .containsExactly("acme " + realm().userId("bob"));
        assertThat(count(realm().rest().as(admin.accessToken()), REALM, "status=REQUESTED"))
                .isOne();
    }

    @Test
    void onePageIsOneQueryOnOurTable() {
        people(realm().rest(), "");
        SqlCount count = SqlCount.during(server(), () -> people(realm().rest(), "search=example"));
        assertThat(count.matching("orgsw_enrollment").total()).as("%s", count).isOne();
        assertThat(count.matching("from user_entity").total()).as("%s", count).isLessThanOrEqualTo(1);
    }

    @Test
    void usersWhomTheAdministratorMayNotViewAreIdsAlone() {
        Admin admin = realm().admin("view-organizations", "query-users");
        Rest viewer = realm().rest().as(admin.accessToken());
        assertIdsAlone(viewer);

        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        assertIdsAlone(viewer);
        permissions.grant(admin, FineGrainedPermissions.USERS, Set.of(alice), "view");
        assertThat(people(viewer, "status=JOINED&status=REQUESTED"))
                .containsExactly("f:gone:with-storage", "gone", realm().userId("bob"), "alice");
        assertThat(people(viewer, "search=alice")).containsExactly("alice");
        assertThat(people(viewer, "search=bob")).isEmpty();
    }

    private void assertIdsAlone(Rest viewer) {
        JsonNode listed = viewer.get(enrollments).json();
        assertThat(listed).hasSize(6).allSatisfy(record -> assertThat(record.has("user"))
                .isFalse());
        assertThat(viewer.get(enrollments + "?search=alice").json()).isEmpty();
        assertThat(viewer.get(enrollments + "?search=labs.example").json()).hasSize(1);
    }

    /** User names, or ids where there is no user. */
    private List<String> people(Rest rest, String query) {
        return page(rest, enrollments + "?" + query).map(EnrollmentsIT::person).toList();
    }

    private static List<String> inRealm(Rest rest, String query) {
        return page(rest, "org-switcher/enrollments?" + query)
                .map(record -> record.path("organization").path("alias").asText() + " " + person(record))
                .toList();
    }

    private static Stream<JsonNode> page(Rest rest, String path) {
        RestResponse page = rest.get(path);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return StreamSupport.stream(page.json().spliterator(), false);
    }

    private static String person(JsonNode record) {
        return record.has("user")
                ? record.path("user").path("username").asText()
                : record.path("userId").asText();
    }
}
