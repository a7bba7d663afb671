package io.github.orgswitcher.admin;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

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
        OrganizationProvider organizations = enabledOrganizations();
        OrganizationModel organization = find(organizations, orgId).orElseThrow(this::notFound);
        request.auth().orgs().requireView(organization);
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
        request.auth().orgs().requireQuery();
        enabledOrganizations();
        forbidCaching();
        return new RealmDomainsResource(request);
    }

    /**
     * Foresees logins, for all who may look for organizations.
     *
     * @return the resource
     */
    @Path("preview")
    public PreviewResource preview() {
        request.auth().orgs().requireQuery();
        enabledOrganizations();
        forbidCaching();
        return new PreviewResource(request);
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

    private OrganizationProvider enabledOrganizations() {
        OrganizationProvider organizations = request.session().getProvider(OrganizationProvider.class);
        Organizations.checkEnabled(organizations, request.auth());
        return organizations;
    }

    private void forbidCaching() {
        request.session().getContext().getHttpResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private RuntimeException notFound() {
        return request.auth().orgs().canQuery()
                ? request.error(Status.NOT_FOUND, null, "orgSwitcherOrganizationNotFound")
                : new ForbiddenException();
    }

    private static Optional<OrganizationModel> find(OrganizationProvider organizations, String orgId) {
        try {
            return Optional.ofNullable(organizations.getById(orgId));
        } catch (ModelException e) {
            // Keycloak's way to say that the organization belongs to another realm.
            return Optional.empty();
        }
    }
}
