package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakNode;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits hold whoever comes at the same moment, on two nodes that know of each other by the database alone. */
@AllServersAnswer
class ManagersRacesIT extends ManagerSuite {

    private KeycloakNode node;

    @BeforeAll
    void startAnotherNode() {
        node = KeycloakNode.beside();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void approvalsTakeTheLastSeatOnce() {
        String org = oneSeat("asked");
        List<String> askers = List.of(asks(org, "first", "asked"), asks(org, "second", "asked"));

        List<RestResponse> answers = racing(
                org,
                () -> rest("nora").post(of(org) + "/enrollments/" + askers.get(0) + "/approval"),
                () -> there("nora").post(of(org) + "/enrollments/" + askers.get(1) + "/approval"));

        assertOneGotThrough(answers, "no places left");
        assertMembers(org, 2);
    }

    @Test
    void acceptedInvitationsTakeTheLastSeatOnce() {
        String org = oneSeat("invited");
        String third = invited(org, "third");
        String fourth = invited(org, "fourth");

        List<RestResponse> answers =
                racing(org, () -> rest("third").post("org-switcher/invitations/" + third), () -> there("fourth")
                        .post("org-switcher/invitations/" + fourth));

        assertOneGotThrough(answers, "no places left");
        assertMembers(org, 2);
    }

    @Test
    void approvalAndAcceptedInvitationTakeTheLastSeatOnce() {
        String org = oneSeat("either");
        String asker = asks(org, "fifth", "either");
        String sixth = invited(org, "sixth");

        List<RestResponse> answers = racing(
                org, () -> rest("nora").post(of(org) + "/enrollments/" + asker + "/approval"), () -> there("sixth")
                        .post("org-switcher/invitations/" + sixth));

        assertThat(answers.get(1).status()).as("the invitation holds the seat").isEqualTo(204);
        assertOneGotThrough(answers, "no places left");
        assertMembers(org, 2);
    }

    @Test
    void oneOfTheLastTwoManagersStays() {
        String org = ofTwo("quitting");
        assertOneGotThrough(
                racing(org, () -> rest("ada").delete(of(org) + "/managers/" + realm().userId("ada")), () -> there("bea")
                        .delete(of(org) + "/managers/" + realm().userId("bea"))),
                "the only one who manages");
        String left = ofTwo("leaving");
        assertOneGotThrough(
                racing(left, () -> rest("ada").delete(of(left)), () -> there("bea")
                        .delete(of(left) + "/managers/" + realm().userId("bea"))),
                "the only one who manages");
        String torn = ofTwo("dismissing");
        assertThat(racing(torn, () -> rest("ada").delete(of(torn) + "/managers/" + realm().userId("bea")), () -> there(
                                "bea")
                        .delete(of(torn) + "/managers/" + realm().userId("ada"))))
                .as("who was dismissed first manages nothing")
                .extracting(RestResponse::status)
                .containsExactlyInAnyOrder(204, 404);
    }

    private String ofTwo(String alias) {
        String org = managed(alias);
        manager(org, "ada");
        manager(org, "bea");
        return org;
    }

    /** An organization with room for one beside its manager. */
    private String oneSeat(String alias) {
        String org = realm().organization(
                        alias,
                        alias,
                        Map.of(
                                "org-switcher.allowed-domains", List.of(alias + ".example"),
                                "org-switcher.join-mode", List.of("REQUEST"),
                                "org-switcher.max-members", List.of("2"),
                                "org-switcher.manager-group", List.of("/managers")));
        manager(org, "nora");
        return org;
    }

    /** Somebody new; returns the invitation. */
    private String invited(String org, String name) {
        String email = name + "@elsewhere.example";
        realm().user(name, email);
        realm().invite(org, email);
        return realm().invitations(org, email).get(0);
    }

    @SafeVarargs
    private List<RestResponse> racing(String org, Supplier<RestResponse>... calls) {
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            return held.race(calls.length, List.of(calls));
        }
    }

    /** The REST of the other node. */
    private Rest there(String username) {
        String token = realm().appAt(node.baseUri()).directGrant(username).accessToken();
        return new Rest(URI.create(node.baseUri() + "/realms/" + realm().name()), () -> token);
    }

    private static void assertOneGotThrough(List<RestResponse> answers, String why) {
        assertThat(answers).extracting(RestResponse::status).containsExactlyInAnyOrder(204, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> assertThat(
                        answer.json().path("errorMessage").asText())
                .contains(why));
    }

    private void assertMembers(String org, int number) {
        assertThat(realm().resource().organizations().get(org).members().count())
                .isEqualTo(number);
    }

    private static String of(String org) {
        return "org-switcher/organizations/" + org;
    }
}
