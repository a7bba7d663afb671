package io.github.orgswitcher.testing;

import io.github.orgswitcher.testing.TestRealm.Admin;
import java.util.Set;
import java.util.UUID;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

/** A realm's fine-grained admin permissions, as under Permissions in the Admin Console. */
public final class FineGrainedPermissions {

    /** The resource type of organizations. */
    public static final String ORGANIZATIONS = "Organizations";
    /** The resource type of users. */
    public static final String USERS = "Users";

    private final AuthorizationResource authorization;

    private FineGrainedPermissions(AuthorizationResource authorization) {
        this.authorization = authorization;
    }

    /** Switches them on for a realm. */
    public static FineGrainedPermissions of(TestRealm realm) {
        RealmRepresentation representation = realm.resource().toRepresentation();
        representation.setAdminPermissionsEnabled(true);
        realm.resource().update(representation);
        String client = realm.resource()
                .clients()
                .findByClientId("admin-permissions")
                .get(0)
                .getId();
        return new FineGrainedPermissions(realm.resource().clients().get(client).authorization());
    }

    /** Permits an administrator to do something with some resources of a type; none means all of them. */
    public void grant(Admin admin, String type, Set<String> ids, String... scopes) {
        decide(Logic.POSITIVE, admin, type, ids, scopes);
    }

    /** Forbids it. */
    public void deny(Admin admin, String type, Set<String> ids, String... scopes) {
        decide(Logic.NEGATIVE, admin, type, ids, scopes);
    }

    private void decide(Logic logic, Admin admin, String type, Set<String> ids, String... scopes) {
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName(UUID.randomUUID().toString());
        policy.setLogic(logic);
        policy.addUser(admin.userId());
        authorization.policies().user().create(policy).close();

        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName(UUID.randomUUID().toString());
        permission.setResourceType(type);
        permission.setResources(ids);
        permission.setScopes(Set.of(scopes));
        permission.setPolicies(Set.of(policy.getName()));
        try (var response = authorization.permissions().scope().create(permission)) {
            if (response.getStatus() != 201) {
                throw new AssertionError(response.readEntity(String.class));
            }
        }
    }
}
