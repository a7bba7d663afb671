package io.github.orgswitcher.admin;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.store.AllowedDomain;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;

/** {@code organizations/{orgId}/domains/{domain}}: one of an organization's allowed domains. */
public final class AllowedDomainResource {

    /** What reading gives may be sent back as it is. */
    private static final Set<String> FIELDS = DomainPolicyBody.fields(
                    Stream.of(AllowedDomainRepresentation.class.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toArray(String[]::new))
            .collect(Collectors.toUnmodifiableSet());

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
     * Changes what holds over this domain alone. What the body does not name stays as it is; null leaves it to the organization's
     * policy. All else that reading gives is ignored. Where nothing changes there is no admin event.
     *
     * @param body the join mode and the default groups as JSON, or one of them
     * @return 204
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes the join mode and the default groups of one allowed domain.",
            description = "What the body does not name stays as it is; null leaves it to the organization's policy.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AllowedDomainRepresentation.Changed.class)))
    @APIResponse(responseCode = "204", description = "Changed, or already so")
    public Response update(InputStream body) {
        domains.requireManage();
        String name = required().domain();
        JsonBody json = JsonBody.read(request, body, FIELDS);
        AdminWrite.of(request)
                .call(organization, (own, locked) -> new AdministeredDomains(own, locked).change(name, json))
                .ifPresent(changed -> domains.changed(OperationType.UPDATE, changed));
        return Response.noContent().build();
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
        String name = required().domain();
        AllowedDomainRepresentation removed = AdminWrite.of(request)
                .call(organization, (own, locked) -> new AdministeredDomains(own, locked).remove(name));
        domains.changed(OperationType.DELETE, removed);
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
            return domains.find(name).orElseThrow(() -> domains.notFound(name));
        } catch (RefusedDomainException e) {
            throw domains.notFound(e.domain());
        }
    }
}
