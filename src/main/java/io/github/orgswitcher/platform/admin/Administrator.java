package io.github.orgswitcher.platform.admin;

import jakarta.ws.rs.ForbiddenException;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** Who administers a realm, and what Keycloak's roles and permissions let them do there. */
public final class Administrator {

    /** As Keycloak's {@code UserPermissions} has them. */
    private static final String[] VIEWERS = {AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS};

    private final RealmModel realm;
    private final KeycloakSession session;
    private final AdminPermissionEvaluator permissions;
    private final OrganizationRights organizations;

    Administrator(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.organizations = new OrganizationRights(session, realm, permissions);
    }

    /**
     * The same administrator in another session.
     *
     * @param other the session
     * @return the administrator, of the same realm
     */
    public Administrator in(KeycloakSession other) {
        AdminAuth admin = permissions.adminAuth();
        RealmModel home = other.realms().getRealm(home().getId());
        AdminAuth same = new AdminAuth(
                home,
                admin.getToken(),
                other.users().getUserById(home, user().getId()),
                other.clients().getClientById(home, admin.getClient().getId()));
        RealmModel sameRealm = other.realms().getRealm(realm.getId());
        return new Administrator(other, sameRealm, AdminPermissions.evaluator(other, sameRealm, same));
    }

    /**
     * The administrator's account.
     *
     * @return the user of {@link #home}
     */
    public UserModel user() {
        return permissions.adminAuth().getUser();
    }

    /**
     * The realm that the administrator has signed in to, which may be another one than is administered.
     *
     * @return the realm
     */
    public RealmModel home() {
        return permissions.adminAuth().getRealm();
    }

    /**
     * Whether the settings of the realm that the administrator has signed in to may be changed.
     *
     * @return whether the administrator may
     */
    public boolean mayManageHome() {
        return AdminPermissions.evaluator(session, home(), permissions.adminAuth())
                .realm()
                .canManageRealm();
    }

    /**
     * The rights on the realm's organizations.
     *
     * @return the rights
     */
    public OrganizationRights organizations() {
        return organizations;
    }

    /**
     * The users who may be viewed, for lists.
     *
     * @return which
     */
    public AdminView users() {
        return AdminView.of(
                realm,
                permissions.hasOneAdminRole(VIEWERS),
                permissions.users().canView(),
                permissions.users().canQuery());
    }

    /**
     * Whether one user may be viewed.
     *
     * @param user the user
     * @return whether the administrator may
     */
    public boolean mayView(UserModel user) {
        return permissions.users().canView(user);
    }

    /**
     * Whether one user may be changed.
     *
     * @param user the user
     * @return whether the administrator may
     */
    public boolean mayManage(UserModel user) {
        return permissions.users().canManage(user);
    }

    /**
     * Demands that one of some users may be changed, or all users.
     *
     * @param users the users
     * @throws ForbiddenException where none of them may
     */
    public void requireManagementOfAny(Stream<UserModel> users) {
        if (!permissions.users().canManage() && users.noneMatch(this::mayManage)) {
            throw new ForbiddenException();
        }
    }

    /**
     * Demands that users may be looked for.
     *
     * @throws ForbiddenException where they may not
     */
    public void requireUsers() {
        permissions.users().requireQuery();
    }

    /**
     * Demands what it takes to read the realm's settings, flows and identity providers.
     *
     * @throws ForbiddenException where that is not given
     */
    public void requireViewOfRealm() {
        permissions.realm().requireViewRealm();
        permissions.realm().requireViewIdentityProviders();
    }

    /**
     * Demands what it takes to read the realm's identity providers.
     *
     * @throws ForbiddenException where that is not given
     */
    public void requireViewOfIdentityProviders() {
        permissions.realm().requireViewIdentityProviders();
    }

    /**
     * Demands what it takes to change the realm's settings, flows and identity providers.
     *
     * @throws ForbiddenException where that is not given
     */
    public void requireManagementOfRealm() {
        permissions.realm().requireManageRealm();
        permissions.realm().requireManageIdentityProviders();
    }
}
