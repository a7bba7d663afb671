package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Roles by calls. Each row is also held against Keycloak's own organization resource, so that nobody may do more, or less,
 * here than there.
 */
class PermissionMatrixIT extends KeycloakSuite {

    private String acme = "";
    private String globex = "";

    @BeforeAll
    void addOrganizations() {
        acme = realm().organization("Acme", "acme", Map.of());
        globex = realm().organization("Globex", "globex", Map.of());
        realm().rest().post(path(acme, "domains"), Map.of("domain", "there.example"));
        FineGrainedPermissions.of(realm());
    }

    /**
     * The last columns are the statuses of reading an organization, of changing it, of asking for one that is not there,
     * and of the realm-wide list.
     */
    @ParameterizedTest
    @CsvSource({
        "'',                    403, 403, 403, 403",
        "query-users,           403, 403, 403, 403",
        "view-users,            403, 403, 403, 403",
        "view-realm,            403, 403, 403, 403",
        "view-clients,          403, 403, 403, 403",
        "query-organizations,   403, 403, 404, 200",
        "view-organizations,    200, 403, 404, 200",
        "manage-organizations,  200, 200, 404, 200",
        "manage-realm,          200, 200, 404, 200",
        "realm-admin,           200, 200, 404, 200"
    })
    void rolesOpenTheCalls(String role, int read, int change, int absent, int list) {
        Admin admin = role.isEmpty() ? realm().admin() : realm().admin(role);
        assertRights(realm().rest().as(admin.accessToken()), acme, read, change, absent, list);
    }

    @Test
    void masterAdministratorMayDoEverything() {
        assertRights(realm().rest(), acme, 200, 200, 404, 200);
    }

    @Test
    void nobodyMayDoAnythingWithoutAToken() {
        assertRights(realm().rest().as(""), acme, 401, 401, 401, 401);
    }

    @Test
    void fineGrainedPermissionsOpenOneOrganization() {
        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        Admin viewer = realm().admin("query-organizations");
        permissions.grant(viewer, FineGrainedPermissions.ORGANIZATIONS, Set.of(acme), "view");
        Rest viewing = realm().rest().as(viewer.accessToken());
        assertRights(viewing, acme, 200, 403, 404, 200);
        assertRights(viewing, globex, 403, 403, 404, 200);

        // Of an organization of its own: Keycloak takes a permission that names others for a denial.
        Admin manager = realm().admin("query-organizations");
        permissions.grant(manager, FineGrainedPermissions.ORGANIZATIONS, Set.of(globex), "view", "manage");
        Rest managing = realm().rest().as(manager.accessToken());
        assertRights(managing, globex, 200, 200, 404, 200);
        assertRights(managing, acme, 403, 403, 404, 200);
    }

    @Test
    void administratorOfAnotherRealmMayDoNothingHere() {
        try (TestRealm other = TestRealm.on(server())) {
            String foreign = other.organization("Foreign", "foreign", Map.of());
            Rest stranger = realm().rest().as(other.adminToken("realm-admin"));
            for (String call : List.of(path(acme, "policy"), path(acme, "domains"), "org-switcher/domains")) {
                assertThat(stranger.get(call).status()).as(call).isIn(401, 403);
            }
            assertThat(stranger.post(path(acme, "domains"), Map.of("domain", "stranger.example"))
                            .status())
                    .isIn(401, 403);
            // Neither does one's own realm in the path open another realm's organization.
            Rest own = other.rest().as(other.adminToken("realm-admin"));
            assertRights(own, foreign, 200, 200, 404, 200);
            assertReading(own, acme, 404);
            assertThat(own.post(path(acme, "domains"), Map.of("domain", "stranger.example"))
                            .status())
                    .isEqualTo(404);
            assertThat(own.get("org-switcher/domains?search=there.example").json())
                    .isEmpty();
        }
    }

    private void assertRights(Rest rest, String organization, int read, int change, int absent, int list) {
        assertReading(rest, organization, read);
        assertThat(rest.get("organizations/" + organization).status())
                .as("Keycloak's own answer")
                .isEqualTo(read);
        assertReading(rest, "00000000-0000-4000-8000-000000000000", absent);
        assertThat(rest.get("organizations/00000000-0000-4000-8000-000000000000")
                        .status())
                .as("Keycloak's own answer for none")
                .isEqualTo(absent);
        assertThat(rest.get("org-switcher/domains").status()).as("list").isEqualTo(list);
        assertThat(rest.post("org-switcher/domains", "[]").status())
                .as("import")
                .isEqualTo(list);
        assertThat(rest.get("organizations").status()).as("Keycloak's own list").isEqualTo(list);
        assertChanging(rest, organization, change);
    }

    private static void assertReading(Rest rest, String organization, int status) {
        for (String resource : List.of("policy", "domains", "enrollments")) {
            assertThat(rest.get(path(organization, resource)).status())
                    .as(resource)
                    .isEqualTo(status);
        }
    }

    private void assertChanging(Rest rest, String organization, int status) {
        Map<String, RestResponse> answers = new LinkedHashMap<>();
        answers.put("add", rest.post(path(organization, "domains"), Map.of("domain", "matrix.example")));
        answers.put("remove", rest.delete(path(organization, "domains/matrix.example")));
        answers.put("policy", rest.put(path(organization, "policy"), Map.of("joinMode", "SUGGEST")));
        answers.put(
                "verify",
                rest.call(
                        "POST",
                        path(organization, "domains/absent.example/verification"),
                        "",
                        BodyPublishers.noBody()));
        if (status == 200) {
            assertThat(answers.values()).extracting(RestResponse::status).containsExactly(201, 204, 204, 404);
        } else {
            assertThat(answers)
                    .allSatisfy((call, answer) ->
                            assertThat(answer.status()).as(call).isEqualTo(status));
        }
    }

    private static String path(String organization, String resource) {
        return "org-switcher/organizations/" + organization + "/" + resource;
    }
}
