package io.github.orgswitcher.admin;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.lifecycle.DeclaredPolicySync;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Source;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;
import org.keycloak.services.ErrorResponseException;

/** {@code organizations/{orgId}/domains/{domain}}: one of an organization's allowed domains. */
public final class AllowedDomainResource {

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final AdministeredDomains domains;
    private final String text;

    AllowedDomainResource(
            AdminRequest request, OrganizationModel organization, AdministeredDomains domains, String text) {
        this.request = request;
        this.organization = organization;
        this.domains = domains;
        this.text = text;
    }

    /**
     * Reads the domain.
     *
     * @return the domain
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reads one allowed domain.")
    public AllowedDomainRepresentation get() {
        return domains.represent(required());
    }

    /**
     * Removes the domain. Where the organization's attribute names it too, it stays, as the attribute's.
     *
     * @return 204
     */
    @DELETE
    @Operation(
            summary = "Removes an allowed domain.",
            description = "Where the organization's attribute names it too, it stays, as the attribute's.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove() {
        domains.requireManage();
        AllowedDomain domain = required();
        if (AdministeredDomains.byAttribute(domain)) {
            throw domains.ownedByAttribute(domain.domain());
        }
        if (!request.store().removeDomain(request.realm().getId(), organization.getId(), domain.domain(), Source.API)) {
            throw notFound(domain.domain());
        }
        if (request.declaredPolicy(organization).domains().contains(domain.domain())) {
            // Nobody knows any more who has written the attribute.
            new DeclaredPolicySync(request.session(), request.realm(), request.fineGrained())
                    .sync(List.of(organization));
        }
        domains.changed(OperationType.DELETE, domains.represent(domain));
        return Response.noContent().build();
    }

    /**
     * Goes on to the organization's proof that it owns the domain.
     *
     * @return its resource
     */
    @Path("verification")
    public DomainVerificationResource verification() {
        domains.requireManage();
        return new DomainVerificationResource(request, required());
    }

    private AllowedDomain required() {
        try {
            String name = DomainPattern.parse(text).value();
            return domains.find(name).orElseThrow(() -> notFound(name));
        } catch (RefusedDomainException e) {
            throw notFound(e.domain());
        }
    }

    private ErrorResponseException notFound(String name) {
        return request.error(Status.NOT_FOUND, null, "orgSwitcherDomainNotFound", name);
    }
}
