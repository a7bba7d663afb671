package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** The import of allowed domains for many organizations. */
class ImportIT extends KeycloakSuite {

    private static final String IMPORT = "org-switcher/domains";

    private String acme = "";
    private String globex = "";

    @BeforeAll
    void addOrganizations() {
        acme = realm().organization("Acme", "acme", Map.of());
        globex = realm().organization("Globex", "globex", Map.of());
    }

    @Test
    void administratorsImportTheSameAtTheSameTimeInAnyOrder() {
        List<String> domains = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            domains.add("acme same-" + number + ".example");
            domains.add("globex same-too-" + number + ".example");
        }
        String forth = rows(domains.toArray(String[]::new));
        Collections.reverse(domains);
        String back = rows(domains.toArray(String[]::new));
        List<RestResponse> answers;
        try (HeldRows held = HeldRows.ofOrganization(server(), acme)) {
            answers = held.race(
                    2,
                    Stream.of(forth, back)
                            .<Supplier<RestResponse>>map(body -> () -> post(realm().rest(), IMPORT, body))
                            .toList());
        }

        assertThat(answers)
                .extracting(answer -> imported(answer).path("added").asInt())
                .containsExactlyInAnyOrder(domains.size(), 0);
    }

    @Test
    void eachJsonRowIsAnswered() {
        JsonNode report = imported(post(
                realm().rest(),
                IMPORT,
                rows(
                        "acme one.json.example",
                        globex + " *.TWO.json.example",
                        "acme one.json.example",
                        "acme gmail.com",
                        "nobody three.json.example",
                        "acme ",
                        "acme bücher.json.example")));

        assertThat(report.path("committed").asBoolean()).isTrue();
        assertThat(report.path("added").asInt()).isEqualTo(3);
        assertThat(report.path("existing").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isEqualTo(3);
        assertThat(report.has("errorMessage")).isFalse();
        assertThat(results(report))
                .containsExactly(
                        "1 acme one.json.example ADDED",
                        "2 " + globex + " *.two.json.example ADDED",
                        "3 acme one.json.example EXISTS",
                        "4 acme gmail.com REFUSED domain: “gmail.com” belongs to a public email provider, where"
                                + " anyone can get an address. Enter a domain of your own.",
                        "5 nobody three.json.example REFUSED organization: There is no organization “nobody”.",
                        "6 acme  REFUSED domain: Enter a domain.",
                        "7 acme xn--bcher-kva.json.example ADDED");
        assertThat(domains("json.example"))
                .containsExactly("one.json.example", "*.two.json.example", "xn--bcher-kva.json.example");
        assertThat(results(imported(post(realm().rest(), IMPORT, rows("acme one.json.example")))))
                .containsExactly("1 acme one.json.example EXISTS");
    }

    @Test
    void csvIsTheSame() {
        RestResponse answer =
                csv(IMPORT, "domain,organization\r\none.csv.example,acme\r\n\"two.csv.example\",globex\r\n");

        assertThat(results(imported(answer)))
                .containsExactly("1 acme one.csv.example ADDED", "2 globex two.csv.example ADDED");
        assertThat(domains("csv.example")).containsExactly("one.csv.example", "two.csv.example");
    }

    @Test
    void rowsMaySayWhatTheirDomainSaysForItself() {
        realm().rest().post("organizations/" + acme + "/groups", Map.of("name", "guests"));
        JsonNode report = imported(post(realm().rest(), IMPORT, """
                [{"organization": "acme", "domain": "one.own.example", "joinMode": "REQUEST", "defaultGroups": ["/guests"]},
                 {"organization": "acme", "domain": "two.own.example", "joinMode": "ASK"},
                 {"organization": "acme", "domain": "two.own.example", "defaultGroups": ["/none"]},
                 {"organization": "acme", "domain": "two.own.example", "defaultGroups": "/guests"},
                 {"organization": "acme", "domain": "one.own.example"},
                 {"organization": "acme", "domain": "one.own.example", "joinMode": "REQUEST"},
                 {"organization": "acme", "domain": "one.own.example", "joinMode": "AUTOMATIC"},
                 {"organization": "acme", "domain": "three.own.example", "joinMode": null, "defaultGroups": []}]
                """));
        assertThat(report.path("results"))
                .extracting(row ->
                        (row.path("status").asText() + " " + row.path("field").asText()).strip())
                .containsExactly(
                        "ADDED",
                        "REFUSED joinMode",
                        "REFUSED defaultGroups",
                        "REFUSED defaultGroups",
                        "EXISTS",
                        "EXISTS",
                        "REFUSED domain",
                        "ADDED");
        imported(csv(
                IMPORT,
                "organization,domain,joinMode,defaultGroups\nglobex,four.own.example,AUTOMATIC,\n"
                        + "globex,five.own.example,,NO_GROUPS\nglobex,six.own.example,,\n"));
        assertThat(realm().rest().get(IMPORT + "?search=*own.example").json())
                .extracting(row -> row.path("domain").asText().split("\\.")[0] + " "
                        + row.path("joinMode").asText() + " "
                        + row.path("defaultGroups"))
                .containsExactlyInAnyOrder(
                        "one REQUEST [\"/guests\"]", "three  []", "four AUTOMATIC ", "five  []", "six  ");
    }

    /** What attributes declare, an import asks as REST does: a policy that is closed for another reason declares no join mode. */
    @Test
    void rowsAreBoundByAttributesAsRestIs() {
        String id = realm().organization(
                        "Groupless",
                        "groupless",
                        Map.of(
                                "org-switcher.default-groups",
                                IntStream.range(0, 12)
                                        .mapToObj(number -> "/" + number + "a".repeat(240))
                                        .toList()));
        JsonNode report = imported(post(realm().rest(), IMPORT, """
                [{"organization": "groupless", "domain": "one.bound.example", "joinMode": "REQUEST"},
                 {"organization": "groupless", "domain": "two.bound.example", "defaultGroups": []}]
                """));
        assertThat(report.path("results"))
                .extracting(row ->
                        (row.path("status").asText() + " " + row.path("field").asText()).strip())
                .containsExactly("ADDED", "REFUSED defaultGroups");
        assertThat(report.path("results").get(1).path("message").asText()).contains("org-switcher.default-groups");
        String domains = "org-switcher/organizations/" + id + "/domains";
        assertThat(realm().rest()
                        .post(domains, Map.of("domain", "three.bound.example", "joinMode", "REQUEST"))
                        .status())
                .isEqualTo(201);
        assertThat(realm().rest()
                        .post(domains, Map.of("domain", "four.bound.example", "defaultGroups", List.of()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void atomicImportTakesAllOrNothing() {
        String path = IMPORT + "?atomic=true";
        String many = rows(IntStream.range(0, 450)
                .mapToObj(i -> "acme " + i + ".atomic.example")
                .toArray(String[]::new));
        int events = realm().adminEvents().size();
        RestResponse refused =
                post(realm().rest(), path, many.substring(0, many.length() - 1) + ",{\"organization\":\"acme\"}]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("committed").asBoolean()).isFalse();
        assertThat(refused.json().path("errorMessage").asText())
                .isEqualTo("Nothing was changed, because rows were refused: 1.");
        assertThat(refused.json().path("added").asInt()).isZero();
        assertThat(results(refused.json())).hasSize(451).startsWith("1 acme 0.atomic.example NOT_ADDED");
        assertThat(domains("atomic.example")).isEmpty();
        assertThat(realm().adminEvents()).hasSize(events);

        JsonNode report = imported(post(realm().rest(), path, many));
        assertThat(report.path("committed").asBoolean()).isTrue();
        assertThat(report.path("added").asInt()).isEqualTo(450);
        assertThat(domains("atomic.example")).hasSize(450);
    }

    @Test
    void whatCameBeforeBrokenDataIsKeptUnlessAtomic() {
        String broken = "[{\"organization\":\"acme\",\"domain\":\"kept.broken.example\"}, oops";
        RestResponse atomic = post(realm().rest(), IMPORT + "?atomic=true", broken);
        assertThat(atomic.status()).isEqualTo(400);
        assertThat(atomic.json().path("committed").asBoolean()).isFalse();
        assertThat(domains("broken.example")).isEmpty();

        RestResponse partial = post(realm().rest(), IMPORT, broken);
        assertThat(partial.status()).isEqualTo(400);
        assertThat(partial.json().path("errorMessage").asText())
                .isEqualTo("Row 2 cannot be read. It and what follows was not looked at.");
        assertThat(partial.json().path("committed").asBoolean()).isTrue();
        assertThat(results(partial.json())).containsExactly("1 acme kept.broken.example ADDED");
        assertThat(domains("broken.example")).containsExactly("kept.broken.example");
    }

    @Test
    void whatIsNoImportIsRefusedAsAWhole() {
        assertWhollyRefused(post(realm().rest(), IMPORT, "{}"), "Send a JSON array of objects");
        assertWhollyRefused(post(realm().rest(), IMPORT, ""), "Send a JSON array of objects");
        assertWhollyRefused(csv(IMPORT, "acme,acme.example\n"), "The first line must name the columns");
        assertWhollyRefused(csv(IMPORT, ""), "The first line must name the columns");
        RestResponse flag = post(realm().rest(), IMPORT + "?atomic=maybe", "[]");
        assertThat(flag.status()).isEqualTo(400);
        assertThat(flag.json().path("field").asText()).isEqualTo("atomic");
        assertThat(results(imported(post(realm().rest(), IMPORT, "[]")))).isEmpty();
    }

    @Test
    void eachTransactionIsOneAdminEvent() {
        int before = realm().adminEvents().size();
        imported(post(
                realm().rest(), IMPORT, rows("acme e1.event.example", "globex e2.event.example", "acme gmail.com")));
        imported(post(realm().rest(), IMPORT, rows("acme gmail.com", "acme e1.event.example")));

        List<AdminEventRepresentation> all = realm().adminEvents();
        assertThat(all).hasSize(before + 1);
        assertThat(all.get(0).getOperationType()).isEqualTo("CREATE");
        assertThat(all.get(0).getResourceType()).isEqualTo("ORGANIZATION");
        assertThat(all.get(0).getResourcePath()).isEqualTo("org-switcher/domains");
        assertThat(all.get(0).getRepresentation())
                .contains(acme, "e1.event.example", globex, "e2.event.example")
                .doesNotContain("gmail");
    }

    @Test
    void eachRowNeedsTheRightToManageItsOrganization() {
        String rows = rows("acme r1.rights.example", "globex r2.rights.example");
        assertThat(post(realm().rest().as(realm().adminToken("view-users")), IMPORT, rows)
                        .status())
                .isEqualTo(403);
        assertThat(results(imported(post(realm().rest().as(realm().adminToken("view-organizations")), IMPORT, rows))))
                .containsExactly(
                        "1 acme r1.rights.example REFUSED organization: You may not change the organization “acme”.",
                        "2 globex r2.rights.example REFUSED organization: You may not change the organization “globex”.");

        Admin admin = realm().admin("query-organizations");
        Rest rest = realm().rest().as(admin.accessToken());
        assertThat(results(imported(post(rest, IMPORT, rows))))
                .allSatisfy(result -> assertThat(result).contains("REFUSED organization: There is no organization"));
        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        permissions.grant(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(acme), "view", "manage");
        permissions.grant(admin, FineGrainedPermissions.ORGANIZATIONS, Set.of(globex), "view");
        assertThat(results(imported(post(rest, IMPORT, rows))))
                .containsExactly(
                        "1 acme r1.rights.example ADDED",
                        "2 globex r2.rights.example REFUSED organization: You may not change the organization “globex”.");
        assertThat(results(imported(post(realm().rest(), IMPORT, rows))))
                .containsExactly("1 acme r1.rights.example EXISTS", "2 globex r2.rights.example ADDED");
    }

    @Test
    void organizationsOfAnotherRealmAreUnknown() {
        try (TestRealm other = TestRealm.on(server())) {
            String foreign = other.organization("Foreign", "foreign", Map.of());
            assertThat(results(imported(post(
                            realm().rest(),
                            IMPORT,
                            rows(foreign + " a.example", "foreign a.example", "\u0001 a.example")))))
                    .hasSize(3)
                    .allSatisfy(result -> assertThat(result).contains("There is no organization"));
        }
    }

    private List<String> domains(String search) {
        return StreamSupport.stream(
                        realm().rest()
                                .get(IMPORT + "?max=1000&search=*" + search)
                                .json()
                                .spliterator(),
                        false)
                .map(domain -> domain.path("domain").asText())
                .toList();
    }

    private static RestResponse post(Rest rest, String path, String body) {
        return rest.post(path, body);
    }

    private RestResponse csv(String path, String body) {
        return realm().rest().call("POST", path, "text/csv; charset=utf-8", BodyPublishers.ofString(body));
    }

    private static JsonNode imported(RestResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static void assertWhollyRefused(RestResponse answer, String message) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("errorMessage").asText()).startsWith(message);
        assertThat(answer.json().path("results")).isEmpty();
    }

    /** Rows of "organization domain". */
    private static String rows(String... rows) {
        return Stream.of(rows)
                .map(row -> row.split(" ", 2))
                .map(row -> "{\"organization\":\"" + row[0].replace("\u0001", "\\u0001") + "\",\"domain\":\"" + row[1]
                        + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> results(JsonNode report) {
        return StreamSupport.stream(report.path("results").spliterator(), false)
                .map(result -> result.path("row").asInt() + " "
                        + result.path("organization").asText() + " "
                        + result.path("domain").asText() + " "
                        + result.path("status").asText()
                        + (result.has("message")
                                ? " " + result.path("field").asText() + ": "
                                        + result.path("message").asText()
                                : ""))
                .toList();
    }
}
