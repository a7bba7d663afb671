package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * One request waits for others once, whatever it has to do: what it finds held after that it leaves undone, and says so. Here
 * nobody lets go while it waits.
 */
@AllServersAnswer
class PatienceIT extends SwitcherSuite {

    private static final String LOST =
            "Others were changing the same at this moment, and nothing was changed. Try again.";

    private static final int BATCH = 200;

    /** The longest of a request. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private String other;
    private String otherUser;

    @BeforeAll
    void haveAnotherOrganization() {
        other = organization("Other", "other");
        otherUser = realm().user("other", "other@other.example");
    }

    /** The first page takes a new server longer than all others. */
    @BeforeAll
    void lookAtThePage() {
        Switcher.on(person("first", "first@acme.example").signIn(realm().app()));
    }

    @Test
    void peopleAreNotWaitedForOneByOne() {
        String org = organization("Crowd", "crowd", "crowd.example");
        List<String> users = IntStream.range(0, 6)
                .mapToObj(number -> realm().user("crowd-" + number, "crowd-" + number + "@crowd.example"))
                .toList();
        for (String way : List.of("memberships", "invitations")) {
            RestResponse held = whileHeld(List.of(org), () -> bring(org, way, users));

            assertThat(held.status()).isEqualTo(200);
            assertThat(held.json().path("done").asInt()).isZero();
            assertThat(held.json().path("results")).hasSize(users.size()).allSatisfy(result -> assertThat(
                            result.path("message").asText())
                    .isEqualTo(LOST));
        }
        assertThat(bring(org, "memberships", users).json().path("done").asInt()).isEqualTo(users.size());
    }

    @Test
    void whoeverHasToBeWaitedForAloneKeepsNobodyElseOut() {
        String org = organization("Single", "single", "single.example");
        String first = realm().user("single-1", "single-1@single.example");
        String second = realm().user("single-2", "single-2@single.example");
        RestResponse held;
        try (HeldRows row = HeldRows.ofPerson(server(), first)) {
            AtOnce<RestResponse> call = AtOnce.begin(1, () -> bring(org, "memberships", List.of(first, second)));
            row.untilWaiting(1).close();
            held = call.answers().get(0);
        }
        assertThat(held.json().path("done").asInt()).isEqualTo(2);
    }

    /** The first waits for who has the row; the others for their turn, and the next of them then anew for who has it. */
    @Test
    void whoQueuesAtARowWaitsOnce() {
        String org = organization("Queue", "queue", "queue.example");
        List<String> users = IntStream.range(0, 3)
                .mapToObj(number -> realm().user("queue-" + number, "queue-" + number + "@queue.example"))
                .toList();
        AtOnce<RestResponse> queue;
        try (HeldRows row = HeldRows.ofOrganization(server(), org);
                HeldRows clock = HeldRows.ofOrganization(server(), other)) {
            queue = AtOnce.begin(users.stream()
                    .<Supplier<RestResponse>>map(user -> () -> bring(org, "memberships", List.of(user)))
                    .toList());
            row.untilWaiting(users.size());
            HeldRows.waitInVain(server(), other, WAIT.multipliedBy(3).dividedBy(2));
            assertThat(queue.isUnderWay()).as("longer than one wait and a half").isFalse();
        }
        assertThat(queue.answers()).allSatisfy(answer -> assertThat(
                        answer.json().path("results").path(0).path("message").asText())
                .isEqualTo(LOST));
    }

    @Test
    void loginGoesOnWithoutOrganizationsThatAreHeld() {
        List<String> aliases = List.of("auto-a", "auto-b", "auto-c");
        List<String> orgs = aliases.stream()
                .map(alias -> realm().organization(
                                alias,
                                alias,
                                Map.of(
                                        "org-switcher.allowed-domains", List.of("autos.example"),
                                        "org-switcher.join-mode", List.of("AUTOMATIC"))))
                .toList();
        Person anna = person("anna", "anna@autos.example");
        Page page = whileHeld(orgs, () -> anna.signIn(realm().app()));

        assertThat(Switcher.on(page).offers()).containsExactlyElementsOf(aliases);
        assertThat(orgs).noneMatch(org -> realm().isMember(org, anna.id()));
        assertThat(realm().events())
                .filteredOn(event -> anna.id().equals(event.getUserId()))
                .extracting(EventRepresentation::getError)
                .contains("org_switcher_not_joined");

        Person bert = person("bert", "bert@autos.example");
        Page some = whileHeld(orgs.subList(0, 1), () -> bert.signIn(realm().app()));
        assertThat(orgs.stream().map(org -> realm().isMember(org, bert.id())))
                .as("%s", some)
                .containsExactly(false, true, true);
    }

    @Test
    void importDoesNotWaitForEachOfItsParts() {
        List<String> orgs = organizations("part");
        List<String> rows = orgs.stream()
                .flatMap(org -> rows(org, "part-" + orgs.indexOf(org)))
                .toList();
        RestResponse held = whileHeld(orgs, () -> imports("", rows));

        assertThat(held.status()).isEqualTo(200);
        assertThat(statuses(held)).hasSize(3 * BATCH).containsOnly("REFUSED");
        assertThat(held.json().path("results"))
                .allSatisfy(
                        result -> assertThat(result.path("message").asText()).isEqualTo(LOST));
        assertThat(statuses(imports("", rows))).hasSize(3 * BATCH).containsOnly("ADDED");
    }

    @Test
    void atomicImportIsRefusedWhereAnOrganizationIsHeld() {
        List<String> orgs = organizations("whole");
        List<String> rows = orgs.stream()
                .flatMap(org -> rows(org, "whole-" + orgs.indexOf(org)))
                .toList();
        RestResponse held = whileHeld(orgs.subList(2, 3), () -> imports("?atomic=true", rows));

        assertThat(held.status()).isEqualTo(409);
        assertThat(held.json().path("errorMessage").asText()).isEqualTo(LOST);
        assertThat(statuses(imports("?atomic=true", rows))).containsOnly("ADDED");
    }

    /** Both lock the first organization first, and so none has the last while the one between is held. */
    @Test
    void atomicImportsCrosswiseWaitForEachOther() {
        List<String> orgs = organizations("cross").stream().sorted().toList();
        List<String> back = new ArrayList<>(orgs);
        Collections.reverse(back);
        AtOnce<RestResponse> imports;
        try (HeldRows held = HeldRows.ofOrganization(server(), orgs.get(1))) {
            imports = AtOnce.begin(Stream.of(orgs, back)
                    .<Supplier<RestResponse>>map(order -> () -> imports(
                            "?atomic=true",
                            order.stream()
                                    .flatMap(org -> rows(org, "cross-" + orgs.indexOf(org)))
                                    .toList()))
                    .toList());
            held.untilWaiting(2);
            assertThat(server().sql().query("select ID from ORG where ID = ? for update nowait", orgs.get(2)))
                    .as("the last organization is free")
                    .hasSize(1);
        }
        assertThat(imports.answers())
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(imports.answers().stream().flatMap(answer -> statuses(answer).stream()))
                .hasSize(6 * BATCH)
                .containsOnly("ADDED", "EXISTS");
        assertThat(imports.answers())
                .extracting(answer -> answer.json().path("added").asInt())
                .containsExactlyInAnyOrder(3 * BATCH, 0);
    }

    /** Of each kind of call that writes of an organization, by its administrators and by people. */
    @Test
    void whoeverWritesIsToldSoWithinOneWait() {
        String org = realm().organization(
                        "Written",
                        "written",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("written.example"),
                                "org-switcher.join-mode", List.of("REQUEST")));
        String path = "org-switcher/organizations/" + org;
        List<String> askers = Stream.of("asker-1", "asker-2")
                .map(name -> realm().user(name, name + "@written.example"))
                .toList();
        askers.forEach(user -> EnrollmentRows.of(realm()).add(org, user, "REQUESTED", null, "written.example", 1000));
        String member = realm().user("member", "member@written.example");
        assertThat(bring(org, "memberships", List.of(member))
                        .json()
                        .path("done")
                        .asInt())
                .isOne();
        Rest leaving = realm().userRest(realm().app().directGrant("member").accessToken());
        realm().user("guest", "guest@elsewhere.example");
        realm().invite(org, "guest@elsewhere.example");
        String invitation = realm().invitations(org, "guest@elsewhere.example").get(0);
        Rest invited = realm().userRest(realm().app().directGrant("guest").accessToken());
        Rest admin = realm().rest();
        assertThat(admin.post(path + "/domains", Map.of("domain", "changed.example"))
                        .status())
                .isEqualTo(201);
        List<Supplier<RestResponse>> calls = List.of(
                () -> admin.put(path + "/policy", Map.of("maxMembers", 7)),
                () -> admin.post(path + "/domains", Map.of("domain", "more.example")),
                () -> admin.put(path + "/domains/changed.example", Map.of("defaultGroups", List.of())),
                () -> admin.post(path + "/enrollments/" + askers.get(0) + "/approval"),
                () -> admin.post(path + "/enrollments/" + askers.get(1) + "/denial"),
                () -> leaving.delete(path),
                () -> invited.post("org-switcher/invitations/" + invitation));

        List<RestResponse> held =
                whileHeld(List.of(org), () -> AtOnce.begin(calls).answers());

        assertThat(held).allSatisfy(answer -> {
            assertThat(answer.status()).as("%s", answer).isEqualTo(409);
            assertThat(answer.json().path("errorMessage").asText()).isEqualTo(LOST);
        });
        assertThat(calls).allSatisfy(call -> {
            RestResponse answer = call.get();
            assertThat(answer.status()).as("%s", answer).isBetween(200, 204);
        });
    }

    /**
     * What is answered while nobody lets go. Meanwhile others wait in vain for one row each, one after another: as many such waits
     * as fit into the request are what it has waited. Where each transaction waits anew, these requests wait three times and more.
     */
    private <T> T whileHeld(List<String> orgs, Supplier<T> call) {
        List<HeldRows> held = new ArrayList<>();
        try {
            held.add(HeldRows.ofOrganization(server(), other));
            orgs.forEach(org -> held.add(HeldRows.ofOrganization(server(), org)));
            AtOnce<T> answer = AtOnce.begin(1, call);
            held.get(0).untilWaiting(1);
            for (int waits = 0; waits < 2 && answer.isUnderWay(); waits++) {
                RestResponse vain = bring(other, "memberships", List.of(otherUser));
                assertThat(vain.json().path("results").path(0).path("message").asText())
                        .isEqualTo(LOST);
            }
            assertThat(answer.isUnderWay()).as("longer than two waits").isFalse();
            return answer.answers().get(0);
        } finally {
            held.forEach(HeldRows::close);
        }
    }

    private List<String> organizations(String name) {
        return IntStream.range(0, 3)
                .mapToObj(number -> organization(name + "-" + number, name + "-" + number))
                .toList();
    }

    /** As many as one transaction takes. */
    private static Stream<String> rows(String org, String name) {
        return IntStream.range(0, BATCH).mapToObj(number -> org + "," + number + "." + name + ".example");
    }

    private RestResponse imports(String query, List<String> rows) {
        String csv = "organization,domain\n" + String.join("\n", rows);
        return realm().rest().call("POST", "org-switcher/domains" + query, "text/csv", BodyPublishers.ofString(csv));
    }

    private static List<String> statuses(RestResponse answer) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode result : answer.json().path("results")) {
            statuses.add(result.path("status").asText());
        }
        return statuses;
    }

    private RestResponse bring(String org, String way, List<String> users) {
        return realm().rest().post("org-switcher/organizations/" + org + "/people/" + way, Map.of("users", users));
    }
}
