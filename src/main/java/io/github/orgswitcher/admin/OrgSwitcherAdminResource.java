package io.github.orgswitcher.admin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.models.OrganizationModel;

/** {@code /admin/realms/{realm}/org-switcher}. */
public final class OrgSwitcherAdminResource {

    private final AdminRequest request;

    OrgSwitcherAdminResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Goes on to one organization. Answers as Keycloak's own organization resource does: 404 for an unknown organization
     * to those who may look for organizations, 403 to all others.
     *
     * @param orgId the organization's id
     * @return its resource
     */
    @Path("organizations/{orgId}")
    public OrganizationPolicyResource organization(@PathParam("orgId") String orgId) {
        request.organizations().requireEnabled();
        OrganizationModel organization = request.organization(orgId);
        forbidCaching();
        return new OrganizationPolicyResource(request, organization);
    }

    /**
     * Goes on to the allowed domains of all organizations, for those who may look for organizations.
     *
     * @return their resource
     */
    @Path("domains")
    public RealmDomainsResource domains() {
        request.organizations().requireQuery();
        forbidCaching();
        return new RealmDomainsResource(request);
    }

    /**
     * Goes on to the enrollments of all organizations, for those who may look for organizations.
     *
     * @return their resource
     */
    @Path("enrollments")
    public RealmEnrollmentsResource enrollments() {
        request.organizations().requireQuery();
        forbidCaching();
        return new RealmEnrollmentsResource(request);
    }

    /**
     * Foresees logins, for all who may look for organizations.
     *
     * @return the resource
     */
    @Path("preview")
    public PreviewResource preview() {
        request.organizations().requireQuery();
        forbidCaching();
        return new PreviewResource(request);
    }

    /**
     * Goes on to the import of people, for those who may look for organizations.
     *
     * @return the resource
     */
    @Path("people/import")
    public PeopleImportResource peopleImport() {
        request.organizations().requireQuery();
        forbidCaching();
        return new PeopleImportResource(request);
    }

    /**
     * Goes on to the accounts that were set aside, for those who may look for organizations and for users.
     *
     * @return their resource
     */
    @Path("people/set-aside")
    public SetAsideResource setAside() {
        request.organizations().requireQuery();
        request.administrator().requireUsers();
        forbidCaching();
        return new SetAsideResource(request);
    }

    /**
     * Goes on to the realm's set-up.
     *
     * @return its resource
     */
    @Path("setup")
    public SetupResource setup() {
        return new SetupResource(request);
    }

    private void forbidCaching() {
        request.session().getContext().getHttpResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
