package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.MatrixCall.Right;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;

/**
 * Calls of Keycloak's own that do what ours do, and so take the same. Those that change something write what is there
 * already.
 */
final class KeycloakCalls {

    private final TestRealm realm;
    private final Rest rest;

    /** As one administrator makes them. */
    KeycloakCalls(TestRealm realm, Rest rest) {
        this.realm = realm;
        this.rest = rest;
    }

    /** The answers to those that together do what a call of ours with this right does. */
    Stream<RestResponse> alike(Right right, String orgId, String userId) {
        return switch (right) {
            case LOOK -> Stream.of(rest.get("organizations"));
            case LOOK_FOR_PEOPLE -> Stream.of(rest.get("organizations"), rest.get("users"));
            case READ -> Stream.of(organization(orgId));
            // A request that is approved is an invitation the other way round: both sides want it. To add members whom
            // nobody has asked takes more.
            case READ_PEOPLE -> Stream.of(members(orgId));
            // An invitation takes what a change of the organization takes; a second one to the same person is refused.
            case INVITE_PEOPLE -> Stream.of(members(orgId), rewrite("organizations/" + orgId));
            // Keycloak asks for both before it makes somebody a member.
            case JOIN_PEOPLE ->
                Stream.of(rewrite("organizations/" + orgId), members(orgId), rewrite("users/" + userId));
            case CHANGE -> Stream.of(rewrite("organizations/" + orgId), invite(orgId, userId));
            case READ_SETUP ->
                Stream.of(
                        rest.get("authentication/flows/browser/executions"),
                        rest.get("authentication/required-actions/VERIFY_EMAIL"),
                        rest.get("identity-provider/instances/social"));
            case CHANGE_SETUP ->
                Stream.of(
                        rewrite(""),
                        rewrite("authentication/required-actions/VERIFY_EMAIL"),
                        rewrite("identity-provider/instances/social"));
        };
    }

    private RestResponse members(String orgId) {
        return rest.get("organizations/" + orgId + "/members");
    }

    RestResponse organization(String orgId) {
        return rest.get("organizations/" + orgId);
    }

    boolean showUser(String userId) {
        return rest.get("users/" + userId).status() == 200;
    }

    private RestResponse invite(String orgId, String userId) {
        return rest.call(
                "POST",
                "organizations/" + orgId + "/members/invite-existing-user",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("id=" + userId));
    }

    private RestResponse rewrite(String path) {
        return rest.put(path, realm.rest().get(path).body());
    }
}
