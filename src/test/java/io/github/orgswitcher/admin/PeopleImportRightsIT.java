package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may bring whom in from a file, and what somebody else has decided. */
class PeopleImportRightsIT extends PeopleImportSuite {

    @Test
    void eachOrganizationTakesTheRightToManageIt() {
        Place mine = new Place();
        Place theirs = new Place();
        mine.person("alice");
        String[] file = {
            "organization,email", mine.row("alice"), mine.row("stranger"), theirs.row("stranger"),
        };
        Admin viewer = realm().admin("view-organizations", "view-users");
        assertThat(results(imported(post(realm().rest().as(viewer.accessToken()), "", file))))
                .hasSize(3)
                .allSatisfy(result -> assertThat(result).contains(" REFUSED organization You may not change "));
        assertThat(post(realm().rest().as(realm().admin("view-users").accessToken()), "", file)
                        .status())
                .isEqualTo(403);

        Admin own = realm().admin("query-organizations");
        FineGrainedPermissions.of(realm())
                .grant(own, FineGrainedPermissions.ORGANIZATIONS, Set.of(mine.id), "view", "manage");
        assertThat(results(imported(post(realm().rest().as(own.accessToken()), "", file))))
                .as("who may not manage users invites them")
                .containsExactly(
                        "1 INVITED",
                        "2 INVITED",
                        "3 REFUSED organization There is no organization “" + theirs.alias + "”.");
        assertThat(realm().invitations(theirs.id, theirs.mailbox("stranger"))).isEmpty();
    }

    @Test
    void whomTheAdministratorMayNotManageIsInvitedAndWhomNotViewIsAStranger() {
        Place place = new Place();
        Place closed = new Place();
        String alice = place.person("alice");
        String bob = place.person("bob");
        String carol = place.person("carol");
        Admin own = realm().admin("query-organizations", "query-users");
        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        permissions.grant(own, FineGrainedPermissions.ORGANIZATIONS, Set.of(place.id, closed.id), "view");
        permissions.grant(own, FineGrainedPermissions.ORGANIZATIONS, Set.of(place.id), "manage");
        permissions.deny(own, FineGrainedPermissions.ORGANIZATIONS, Set.of(closed.id), "manage");
        permissions.grant(own, FineGrainedPermissions.USERS, Set.of(alice, bob), "view");
        permissions.grant(own, FineGrainedPermissions.USERS, Set.of(alice), "manage");
        permissions.deny(own, FineGrainedPermissions.USERS, Set.of(bob), "manage");
        permissions.deny(own, FineGrainedPermissions.USERS, Set.of(carol), "view", "manage");
        EnrollmentRows.of(realm()).add(place.id, carol, "LEFT", null, place.domain, 1);
        String[] file = {
            "organization,email", place.row("alice"), place.row("bob"), place.row("carol"), closed.row("dave"),
        };
        String[] expected = {
            "1 JOINED",
            "2 INVITED",
            "3 INVITED",
            "4 REFUSED organization You may not change the organization “" + closed.alias + "”.",
        };
        Rest rest = realm().rest().as(own.accessToken());

        assertThat(results(imported(post(rest, "?dryRun=true", file)))).containsExactly(expected);
        assertThat(results(imported(postJson(rest, "", json(file))))).containsExactly(expected);

        assertThat(realm().isMember(place.id, alice)).isTrue();
        assertThat(realm().isMember(place.id, bob)).isFalse();
        assertThat(realm().isMember(place.id, carol)).isFalse();
        assertThat(realm().invitations(closed.id, closed.mailbox("dave"))).isEmpty();
    }

    @Test
    void whoHasAskedWaitsForWhoeverMayDecide() {
        Place place = new Place();
        assertThat(realm().rest()
                        .put(place.path + "/policy", Map.of("joinMode", "REQUEST"))
                        .status())
                .isEqualTo(204);
        String alice = place.person("alice");
        String bob = place.person("bob");
        EnrollmentRows.of(realm()).add(place.id, alice, "REQUESTED", null, place.domain, 1);
        EnrollmentRows.of(realm()).add(place.id, bob, "DENIED", null, place.domain, 1);
        String[] file = {"organization,email", place.row("alice"), place.row("bob")};
        Admin viewer = realm().admin("manage-organizations", "view-users");

        assertThat(results(imported(post(realm().rest().as(viewer.accessToken()), "", file))))
                .containsExactly(
                        "1 REFUSED Has asked to join and waits for approval.",
                        "2 REFUSED Has asked to join and was declined.");
        assertThat(enrollments(place, "REQUESTED")).containsExactly(place.mailbox("alice"));
        assertThat(realm().invitations(place.id, place.mailbox("alice"))).isEmpty();

        assertThat(results(imported(post(realm().rest(), "", file))))
                .containsExactly("1 JOINED", "2 REFUSED Has asked to join and was declined.");
        assertThat(realm().isMember(place.id, alice)).isTrue();
        assertThat(realm().isMember(place.id, bob)).isFalse();
        assertThat(enrollments(place, "REQUESTED")).isEmpty();
        assertThat(enrollments(place, "DENIED")).containsExactly(place.mailbox("bob"));
    }

    private List<String> enrollments(Place place, String status) {
        return realm().rest()
                .get(place.path + "/enrollments?status=" + status)
                .json()
                .findValuesAsText("email");
    }

    /** An operator's rule has its word here as everywhere. */
    @Test
    void whomARuleKeepsOutStaysOut() {
        Place frozen = new Place(Map.of("frozen-until", List.of("2999-12-31")));
        String alice = frozen.person("alice");
        String refused = "1 REFUSED " + frozen.alias + " takes nobody in before 2999-12-31.";

        for (String query : List.of("?dryRun=true", "")) {
            assertThat(results(imported(post(realm().rest(), query, "organization,email", frozen.row("alice")))))
                    .containsExactly(refused);
        }

        assertThat(realm().isMember(frozen.id, alice)).isFalse();
        assertThat(realm().invitations(frozen.id, frozen.mailbox("alice"))).isEmpty();
    }
}
