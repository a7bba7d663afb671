package io.github.orgswitcher.platform.admin;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What an administrator may do with a realm's organizations. What is refused is answered as Keycloak's own REST answers it. */
public final class OrganizationRights {

    /** As Keycloak's {@code OrganizationPermissions} has them. */
    private static final String[] VIEWERS = {
        AdminRoles.VIEW_ORGANIZATIONS, AdminRoles.MANAGE_ORGANIZATIONS, AdminRoles.MANAGE_REALM
    };

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;

    OrganizationRights(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
    }

    /**
     * Demands that the realm has organizations.
     *
     * @throws WebApplicationException with 404 where it has none, to those who may look for organizations; with 403 to all others
     */
    public void requireEnabled() {
        Organizations.checkEnabled(session.getProvider(OrganizationProvider.class), permissions);
    }

    /**
     * Demands that organizations may be looked for, and that the realm has any.
     *
     * @throws WebApplicationException with 403 where they may not, and with 404 where it has none
     */
    public void requireQuery() {
        permissions.orgs().requireQuery();
        requireEnabled();
    }

    /**
     * Demands that one may be viewed.
     *
     * @param organization the organization
     * @throws ForbiddenException where it may not
     */
    public void requireView(OrganizationModel organization) {
        permissions.orgs().requireView(organization);
    }

    /**
     * Demands that one may be changed.
     *
     * @param organization the organization
     * @throws ForbiddenException where it may not
     */
    public void requireManage(OrganizationModel organization) {
        permissions.orgs().requireManage(organization);
    }

    /**
     * Demands that all may be changed, as who makes one needs.
     *
     * @throws ForbiddenException where they may not
     */
    public void requireManageAll() {
        permissions.orgs().requireManage();
    }

    /**
     * How an organization is answered for that there is not.
     *
     * @param notFound the answer to those who may look for organizations
     * @return the exception to throw
     */
    public WebApplicationException unknown(WebApplicationException notFound) {
        return permissions.orgs().canQuery() ? notFound : new ForbiddenException();
    }

    /**
     * Those that may be viewed, for lists.
     *
     * @return which
     */
    public AdminView view() {
        return AdminView.of(
                realm,
                permissions.hasOneAdminRole(VIEWERS),
                permissions.orgs().canView(),
                permissions.orgs().canQuery());
    }

    /**
     * Whether one may be viewed.
     *
     * @param organization the organization
     * @return whether the administrator may
     */
    public boolean mayView(OrganizationModel organization) {
        return permissions.orgs().canView(organization);
    }

    /**
     * Whether one may be changed.
     *
     * @param organization the organization
     * @return whether the administrator may
     */
    public boolean mayManage(OrganizationModel organization) {
        return permissions.orgs().canManage(organization);
    }

    /**
     * Whether all may be changed.
     *
     * @return whether the administrator may
     */
    public boolean mayManageAll() {
        return permissions.orgs().canManage();
    }
}
