package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.TestRealm;
import java.util.Map;
import java.util.UUID;

/** The people of {@link PermissionMatrixIT} who manage organizations or do not, by the names in its table. */
record MatrixManagers(TestRealm realm, TestRealm other) {

    /** Has the members of a group of its own manage an organization. */
    static void letManage(TestRealm realm, String organization) {
        realm.rest().post("organizations/" + organization + "/groups", Map.of("name", "managers"));
        assertThat(realm.rest()
                        .put(
                                "org-switcher/organizations/" + organization + "/policy",
                                Map.of("managerGroup", "/managers", "joinMode", "REQUEST"))
                        .status())
                .isEqualTo(204);
    }

    /** What calls in one's name. */
    Rest rest(String name, String organization) {
        return realm.userRest(
                switch (name) {
                    case "nobody" -> "";
                    case "manager" -> token(realm, manager(realm, organization));
                    case "manager at an application that may look" ->
                        realm.viewer().directGrant(manager(realm, organization)).accessToken();
                    case "member" -> token(realm, member(realm, organization));
                    case "former manager" -> {
                        String former = manager(realm, organization);
                        realm.rest().delete(membership(realm, organization, former));
                        yield token(realm, former);
                    }
                    case "manager of another organization" -> {
                        String another = MatrixAdministrators.organization(realm);
                        letManage(realm, another);
                        yield token(realm, manager(realm, another));
                    }
                    case "manager in another realm" -> {
                        String another = MatrixAdministrators.organization(other);
                        letManage(other, another);
                        yield token(other, manager(other, another));
                    }
                    case "administrator of the realm" -> realm.adminToken("realm-admin");
                    case "administrator of another realm" -> other.adminToken("realm-admin");
                    case "administrator of the server" ->
                        realm.server().admin().tokenManager().getAccessTokenString();
                    default -> throw new IllegalArgumentException(name);
                });
    }

    private static String manager(TestRealm realm, String organization) {
        String username = member(realm, organization);
        assertThat(realm.rest()
                        .put(membership(realm, organization, username), Map.of())
                        .status())
                .isLessThan(300);
        return username;
    }

    private static String member(TestRealm realm, String organization) {
        String username = "m-" + UUID.randomUUID().toString().substring(0, 8);
        realm.member(organization, realm.user(username, username + "@there.example"));
        return username;
    }

    private static String membership(TestRealm realm, String organization, String username) {
        String groups = "organizations/" + organization + "/groups";
        String group = realm.rest()
                .get(groups + "?search=managers")
                .json()
                .get(0)
                .path("id")
                .asText();
        return groups + "/" + group + "/members/" + realm.userId(username);
    }

    private static String token(TestRealm realm, String username) {
        return realm.app().directGrant(username).accessToken();
    }
}
