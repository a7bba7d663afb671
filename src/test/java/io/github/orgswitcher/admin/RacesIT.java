package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.LeavesTrace;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Several administrators write the same at the same moment: each is told what became of it, nothing is lost, and no rule is
 * broken. What they write is held until they all wait for it.
 */
@AllServersAnswer
@LeavesTrace(
        of = "[delete from GROUP_ATTRIBUTE where ID=?]",
        without = "at io.github.orgswitcher",
        because = "Keycloak tells all but one of those who change its organization at once that they failed")
class RacesIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void domainIsAddedOnceAndAllOthersAreTold() {
        String org = organization(Map.of());
        int before = realm().adminEvents().size();
        List<RestResponse> answers = racing(org, 20, 10, () -> add(org, "same.example"));

        assertThat(statuses(answers))
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(19);
        assertToldWhy(answers);
        assertThat(realm().adminEvents()).hasSize(before + 1);
        assertThat(domains(org)).containsExactly("same.example");
    }

    @Test
    void changesOfDifferentSettingsAreAllKept() {
        String org = organization(Map.of());
        String policy = "org-switcher/organizations/" + org + "/policy";
        List<RestResponse> answers = racing(
                org,
                2,
                List.of(
                        () -> realm().rest().put(policy, Map.of("maxMembers", 7)),
                        () -> realm().rest().put(policy, Map.of("joinMode", "REQUEST")),
                        () -> realm().rest().put(policy, Map.of("signInKinds", List.of("PASSWORD")))));

        assertThat(statuses(answers)).containsOnly(204);
        RestResponse kept = realm().rest().get(policy);
        assertThat(kept.json().path("maxMembers").asInt()).isEqualTo(7);
        assertThat(kept.json().path("joinMode").asText()).isEqualTo("REQUEST");
        assertThat(kept.json().path("signInKinds").toString()).isEqualTo("[\"PASSWORD\"]");
    }

    /** What Keycloak makes of such a race is its own affair; what it leaves in the end is what counts. */
    @Test
    void domainsAreThoseOfTheAttributesInTheEnd() {
        String org = organization(Map.of("org-switcher.allowed-domains", List.of("first.example")));
        List<Supplier<RestResponse>> changes = IntStream.range(0, 10)
                .<Supplier<RestResponse>>mapToObj(number -> () -> realm().rest()
                        .put("organizations/" + org, representation(org, number + ".example", "all.example")))
                .toList();
        List<RestResponse> answers = racing(org, 2, changes);

        assertThat(statuses(answers)).contains(204);
        List<String> declared = server().sql().query("""
                select distinct a.VALUE from GROUP_ATTRIBUTE a join ORG o on o.GROUP_ID = a.GROUP_ID
                 where o.ID = ? and a.NAME = 'org-switcher.allowed-domains' order by a.VALUE
                """, org);
        assertThat(declared).contains("all.example").doesNotContain("first.example");
        assertThat(domains(org)).isEqualTo(declared);
    }

    @Test
    void approvalsFillTheSeatsAndNoMore() {
        String org = organization(Map.of(
                "org-switcher.allowed-domains", List.of("seats.example"),
                "org-switcher.join-mode", List.of("REQUEST"),
                "org-switcher.max-members", List.of("5")));
        EnrollmentRows rows = EnrollmentRows.of(realm());
        List<Supplier<RestResponse>> approvals = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            String user = realm().user("seat-" + number, "seat-" + number + "@seats.example");
            rows.add(org, user, "REQUESTED", null, "seats.example", 1000 + number);
            approvals.add(() ->
                    realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + user + "/approval"));
        }
        List<RestResponse> answers = racing(org, 10, approvals);

        assertThat(statuses(answers))
                .containsOnly(204, 409)
                .filteredOn(status -> status == 204)
                .hasSize(5);
        assertToldWhy(answers);
        assertThat(realm().resource().organizations().get(org).members().count())
                .isEqualTo(5);
        assertThat(server().sql()
                        .query("select USER_ID from ORGSW_ENROLLMENT where ORG_ID = ? and STATUS = 'JOINED'", org))
                .hasSize(5);
    }

    @Test
    void approvalAndDenialAtOnceAreOneDecision() {
        String org = organization(Map.of(
                "org-switcher.allowed-domains", List.of("one.example"),
                "org-switcher.join-mode", List.of("REQUEST")));
        String user = realm().user("one", "one@one.example");
        EnrollmentRows.of(realm()).add(org, user, "REQUESTED", null, "one.example", 1000);
        String enrollment = "org-switcher/organizations/" + org + "/enrollments/" + user;
        List<RestResponse> answers = racing(
                org,
                3,
                List.of(
                        () -> realm().rest().post(enrollment + "/approval"),
                        () -> realm().rest().post(enrollment + "/denial"),
                        () -> realm().rest().post(enrollment + "/approval")));

        assertThat(statuses(answers)).containsOnlyOnce(204).containsOnly(204, 409);
        assertToldWhy(answers);
        boolean denied = answers.get(1).status() == 204;
        assertThat(realm().isMember(org, user)).isNotEqualTo(denied);
        assertThat(server().sql().query("select STATUS from ORGSW_ENROLLMENT where ORG_ID = ?", org))
                .containsExactly(denied ? "DENIED" : "JOINED");
    }

    @Test
    void nothingIsWrittenOfAnOrganizationThatIsBeingRemoved() {
        String org = organization(Map.of("org-switcher.allowed-domains", List.of("gone.example")));
        String policy = "org-switcher/organizations/" + org + "/policy";
        List<RestResponse> answers;
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            AtOnce<RestResponse> removal = AtOnce.begin(1, () -> realm().rest().delete("organizations/" + org));
            held.untilWaiting(1);
            AtOnce<RestResponse> writes = AtOnce.begin(List.of(
                    () -> add(org, "late.example"),
                    () -> realm().rest().put(policy, Map.of("maxMembers", 7)),
                    () -> imports(List.of("late2.example"), org, "")));
            held.untilWaiting(4).close();
            assertThat(statuses(removal.answers())).containsExactly(204);
            answers = writes.answers();
        }

        assertThat(answers.get(0).status()).isIn(201, 404);
        assertThat(answers.get(1).status()).isIn(204, 404);
        assertThat(answers.get(2).status()).isEqualTo(200);
        assertToldWhy(answers.subList(0, 2));
        for (String table : List.of("ORGSW_ALLOWED_DOMAIN", "ORGSW_JOIN_POLICY", "ORGSW_ENROLLMENT")) {
            assertThat(server().sql().query("select ORG_ID from " + table + " where ORG_ID = ?", org))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void eachImportCountsWhatItHasAddedItself() {
        String org = organization(Map.of());
        List<String> forth = IntStream.range(0, 450)
                .mapToObj(number -> number + ".import.example")
                .toList();
        List<String> back = new ArrayList<>(forth);
        Collections.reverse(back);
        List<RestResponse> answers = racing(
                org,
                2,
                List.of(
                        () -> imports(forth, org, ""),
                        () -> imports(back, org, ""),
                        () -> imports(forth, org, "?atomic=true"),
                        () -> imports(back, org, "?atomic=true")));

        assertThat(statuses(answers)).containsOnly(200);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.json().path("added").asInt())
                        .sum())
                .isEqualTo(450);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.json().path("results")).hasSize(450);
            assertThat(answer.json().path("added").asInt()
                            + answer.json().path("existing").asInt())
                    .isEqualTo(450);
        });
        assertThat(server().sql().query("select DOMAIN from ORGSW_ALLOWED_DOMAIN where ORG_ID = ?", org))
                .hasSize(450);
    }

    @Test
    void setUpsAtOnceAreOneSetUp() {
        Map<String, Object> all =
                Map.of("identityProviders", List.of("social"), "browserFlow", true, "passwordless", true);
        List<String> before = flows();
        String realmId = realm().resource().toRepresentation().getId();
        List<RestResponse> answers;
        try (HeldRows held = HeldRows.ofRealm(server(), realmId)) {
            answers = held.race(3, Collections.nCopies(5, () -> realm().rest().put(SETUP, all)));
        }

        assertThat(statuses(answers)).contains(204).isSubsetOf(204, 409);
        assertToldWhy(answers);
        assertThat(realm().rest().put(SETUP, all).status()).isEqualTo(204);
        assertThat(flows())
                .hasSizeGreaterThan(before.size())
                .doesNotHaveDuplicates()
                .noneMatch(flow -> flow.endsWith(" 2"));

        List<RestResponse> offAndOn;
        try (HeldRows held = HeldRows.ofRealm(server(), realmId)) {
            offAndOn = held.race(
                    2,
                    List.of(
                            () -> realm().rest().delete(SETUP),
                            () -> realm().rest().put(SETUP, all),
                            () -> realm().rest().delete(SETUP)));
        }
        assertThat(statuses(offAndOn)).contains(204).isSubsetOf(204, 409);
        assertThat(realm().rest().delete(SETUP).status()).isEqualTo(204);
        assertThat(flows()).isEqualTo(before);
    }

    /** What is kept in case they are erased is what was saved last, also where whoever saved before that is as late to keep it. */
    @Test
    void settingsThatAreSavedAtOnceAreKeptAsTheyAreInTheEnd() {
        String action = "authentication/required-actions/org-switcher";
        assertThat(realm().rest().put(SETUP, Map.of("browserFlow", false)).status())
                .isEqualTo(204);
        String realmId = realm().resource().toRepresentation().getId();
        List<AtOnce<RestResponse>> saves = new ArrayList<>();
        try (HeldRows held = HeldRows.ofRealm(server(), realmId)) {
            for (int number = 1; number <= 2; number++) {
                // Keycloak itself refuses those that meet in its tables, so each comes there alone.
                Map<String, String> settings = Map.of("maxCreatedPerUser", String.valueOf(number));
                saves.add(AtOnce.begin(1, () -> realm().rest().put(action + "/config", Map.of("config", settings))));
                held.untilWaiting(number);
            }
        }

        assertThat(saves)
                .allSatisfy(save -> assertThat(statuses(save.answers())).containsExactly(204));
        String saved = realm().rest()
                .get(action + "/config")
                .json()
                .at("/config/maxCreatedPerUser")
                .asText();
        assertThat(server().sql().query("select CONTENT from ORGSW_SETTINGS where REALM_ID = ?", realmId))
                .singleElement()
                .asString()
                .contains("\"" + saved + "\"");
        assertThat(realm().rest().delete(action + "/config").status()).isEqualTo(204);
        assertThat(realm().rest().delete(SETUP).status()).isEqualTo(204);
    }

    @Test
    void whoWaitsInVainIsToldSoWithinSeconds() {
        String org = organization(Map.of());
        Instant start = Instant.now();
        RestResponse answer;
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            answer = add(org, "vain.example");
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertToldWhy(List.of(answer));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(domains(org)).isEmpty();
        assertThat(add(org, "vain.example").status()).isEqualTo(201);
    }

    /** The request has written the user, for whom others may wait who have locked what is ours of the person. */
    @Test
    void whatIsDoneToAnAccountWaitsForNothingOfOurs() {
        UserRepresentation made = new UserRepresentation();
        made.setUsername("made");
        made.setEmail("made@made.example");
        made.setEnabled(true);
        String user =
                CreatedResponseUtil.getCreatedId(realm().resource().users().create(made));
        assertThat(neverUsed(user)).isTrue();
        String path = "users/" + user;
        try (HeldRows held = HeldRows.ofPerson(server(), user)) {
            AtOnce<RestResponse> password = AtOnce.begin(1, () -> realm().rest()
                    .put(path + "/reset-password", Map.of("type", "password", "value", TestRealm.PASSWORD)));
            held.untilWaiting(1);
            assertThat(realm().rest().put(path, Map.of("firstName", "Ada")).status())
                    .as("another request writes the user meanwhile")
                    .isEqualTo(204);
            assertThat(statuses(password.answers())).containsExactly(204);
            assertThat(neverUsed(user)).isTrue();
        }
        Eventually.get("The first use", PATIENCE, () -> Optional.of(user).filter(id -> !neverUsed(id)));
    }

    private boolean neverUsed(String user) {
        return !server().sql()
                .query("select USER_ID from ORGSW_PERSON where NEVER_USED = true and USER_ID = ?", user)
                .isEmpty();
    }

    private List<RestResponse> racing(String org, int times, int waiting, Supplier<RestResponse> call) {
        return racing(org, waiting, Collections.nCopies(times, call));
    }

    /** Begins calls while the organization is held, and lets it go when this many of them wait for it. */
    private List<RestResponse> racing(String org, int waiting, List<Supplier<RestResponse>> calls) {
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            return held.race(waiting, calls);
        }
    }

    private static List<Integer> statuses(List<RestResponse> answers) {
        return answers.stream().map(RestResponse::status).toList();
    }

    private static void assertToldWhy(List<RestResponse> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() >= 400).allSatisfy(answer -> assertThat(
                        answer.json().path("errorMessage").asText())
                .contains(" ")
                .endsWith("."));
    }

    private RestResponse add(String org, String domain) {
        return realm().rest().post("org-switcher/organizations/" + org + "/domains", Map.of("domain", domain));
    }

    private RestResponse imports(List<String> domains, String org, String query) {
        String csv = "organization,domain\n"
                + String.join(
                        "\n", domains.stream().map(domain -> org + "," + domain).toList());
        return realm().rest().call("POST", "org-switcher/domains" + query, "text/csv", BodyPublishers.ofString(csv));
    }

    private List<String> flows() {
        return realm().resource().flows().getFlows().stream()
                .map(flow -> flow.getAlias())
                .sorted()
                .toList();
    }

    private String organization(Map<String, List<String>> attributes) {
        String name = "org-" + UUID.randomUUID().toString().substring(0, 8);
        return realm().organization(name, name, attributes);
    }

    private Map<String, Object> representation(String org, String... domains) {
        String name =
                server().sql().query("select NAME from ORG where ID = ?", org).get(0);
        return Map.of(
                "name",
                name,
                "alias",
                name,
                "enabled",
                true,
                "attributes",
                Map.of("org-switcher.allowed-domains", List.of(domains)));
    }

    private List<String> domains(String org) {
        return server().sql().query("select DOMAIN from ORGSW_ALLOWED_DOMAIN where ORG_ID = ? order by DOMAIN", org);
    }
}
