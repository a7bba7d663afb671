package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The administrators of {@link PermissionMatrixIT}, by the names in its table, and the organizations they administer. */
final class MatrixAdministrators {

    private final TestRealm realm;
    private final FineGrainedPermissions permissions;
    private final TestRealm other;

    MatrixAdministrators(TestRealm realm, TestRealm other) {
        this.realm = realm;
        this.permissions = FineGrainedPermissions.of(realm);
        this.other = other;
    }

    /** The access token of one of them, who may have rights on this organization alone. */
    String token(String name, String organization) {
        return switch (name) {
            case "nobody" -> "";
            case "no role" -> realm.adminToken();
            case "administrator of the server" ->
                realm.server().admin().tokenManager().getAccessTokenString();
            case "administrator of another realm" -> other.adminToken("realm-admin");
            default ->
                name.startsWith("fine-grained") ? fineGrained(name, organization) : realm.adminToken(name.split(", "));
        };
    }

    private String fineGrained(String name, String organization) {
        Admin admin = realm.admin("query-organizations");
        permissions.grant(
                admin,
                FineGrainedPermissions.ORGANIZATIONS,
                Set.of(name.contains("elsewhere") ? organization(realm) : organization),
                name.substring(name.indexOf(": ") + 2).split(", "));
        return admin.accessToken();
    }

    /** A new organization with a domain; Keycloak takes a permission that names other administrators for a denial. */
    static String organization(TestRealm realm) {
        String name = "o-" + UUID.randomUUID().toString().substring(0, 8);
        String id = realm.organization(name, name, Map.of());
        realm.rest().post("org-switcher/organizations/" + id + "/domains", Map.of("domain", "there.example"));
        return id;
    }
}
