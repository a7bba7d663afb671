package io.github.orgswitcher.admin;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.lifecycle.DeclaredPolicy;
import io.github.orgswitcher.lifecycle.DeclaredPolicySync;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.verification.DomainVerification;
import io.github.orgswitcher.verification.TxtRecord;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;
import org.keycloak.services.ErrorResponseException;

/** {@code organizations/{orgId}/domains}: an organization's allowed domains. */
public final class AllowedDomainsResource {

    private static final String DOMAIN = "domain";

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final boolean manages;

    AllowedDomainsResource(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
        this.manages = request.auth().orgs().canManage(organization);
    }

    /**
     * Lists allowed domains, ordered by name.
     *
     * @param search part of a name
     * @param first index of the first, from 0
     * @param max most to return, 1000 at most
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists an organization's allowed domains, ordered by name.")
    public List<AllowedDomainRepresentation> list(
            @Parameter(description = "Part of a domain, or a whole one in any spelling.")
                    @QueryParam("search")
                    @Nullable
                    String search,
            @Parameter(
                            description = "Index of the first, from 0.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @QueryParam("first")
                    @Nullable
                    String first,
            @Parameter(
                            description = "Most to return; 1000 at most.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "100"))
                    @QueryParam("max")
                    @Nullable
                    String max) {
        Paging paging = new PagingParameters(request).readForDomains(search, first, max);
        return request.store().domains(realmId(), organization.getId(), paging).stream()
                .map(this::represent)
                .toList();
    }

    /**
     * Adds an allowed domain.
     *
     * @param body the domain as JSON
     * @return 201 with the domain as it is stored, and its location
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds an allowed domain to an organization.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AllowedDomainRepresentation.Added.class)))
    @APIResponse(
            responseCode = "201",
            description = "The domain as it is stored, and its location",
            content = @Content(schema = @Schema(implementation = AllowedDomainRepresentation.class)))
    public Response add(InputStream body) {
        request.auth().orgs().requireManage(organization);
        String text = JsonBody.read(request, body, Set.of(DOMAIN))
                .text(DOMAIN)
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, DOMAIN, "orgSwitcherDomainMissing"));
        String name = allowed(text);
        AllowedDomain domain = AllowedDomain.added(
                organization.getId(),
                name,
                Source.API,
                Instant.ofEpochMilli(Time.currentTimeMillis()),
                request.adminId());
        if (!request.store().addDomain(realmId(), domain)) {
            throw find(name).filter(AllowedDomainsResource::byAttribute).isPresent()
                    ? ownedByAttribute(name)
                    : request.error(Status.CONFLICT, DOMAIN, "orgSwitcherDomainExists", name);
        }
        AllowedDomainRepresentation representation = represent(domain);
        changed(OperationType.CREATE, representation);
        return Response.created(request.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(name)
                        .build())
                .entity(representation)
                .build();
    }

    /**
     * Reads one allowed domain.
     *
     * @param text the domain, in any spelling
     * @return the domain
     */
    @GET
    @Path("{domain}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reads one allowed domain.")
    public AllowedDomainRepresentation get(@PathParam(DOMAIN) String text) {
        return represent(required(text));
    }

    /**
     * Removes an allowed domain. Where the organization's attribute names it too, it stays, as the attribute's.
     *
     * @param text the domain, in any spelling
     * @return 204
     */
    @DELETE
    @Path("{domain}")
    @Operation(
            summary = "Removes an allowed domain.",
            description = "Where the organization's attribute names it too, it stays, as the attribute's.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam(DOMAIN) String text) {
        request.auth().orgs().requireManage(organization);
        AllowedDomain domain = required(text);
        if (byAttribute(domain)) {
            throw ownedByAttribute(domain.domain());
        }
        if (!request.store().removeDomain(realmId(), organization.getId(), domain.domain(), Source.API)) {
            throw notFound(domain.domain());
        }
        if (request.declaredPolicy(organization).domains().contains(domain.domain())) {
            new DeclaredPolicySync(request.session(), request.realm()).sync(List.of(organization));
        }
        changed(OperationType.DELETE, represent(domain));
        return Response.noContent().build();
    }

    /**
     * Goes on to the organization's proof that it owns the domain.
     *
     * @param text the domain, in any spelling
     * @return its resource
     */
    @Path("{domain}/verification")
    public DomainVerificationResource verification(@PathParam(DOMAIN) String text) {
        request.auth().orgs().requireManage(organization);
        return new DomainVerificationResource(request, required(text));
    }

    /** Those who may manage the organization see how to prove the domain. */
    private AllowedDomainRepresentation represent(AllowedDomain domain) {
        TxtRecord record = manages
                ? request.session()
                        .getProvider(DomainVerification.class)
                        .record(request.realm(), domain)
                        .orElse(null)
                : null;
        return AllowedDomainRepresentation.of(domain, record);
    }

    private String allowed(String text) {
        try {
            return request.domainRules().allow(text).value();
        } catch (RefusedDomainException e) {
            throw request.error(Status.BAD_REQUEST, DOMAIN, e.refusal().messageKey(), e.domain());
        }
    }

    private AllowedDomain required(String text) {
        try {
            String name = DomainPattern.parse(text).value();
            return find(name).orElseThrow(() -> notFound(name));
        } catch (RefusedDomainException e) {
            throw notFound(e.domain());
        }
    }

    private Optional<AllowedDomain> find(String name) {
        return request.store().domain(realmId(), organization.getId(), name);
    }

    private static boolean byAttribute(AllowedDomain domain) {
        return domain.source() == Source.ATTRIBUTE;
    }

    private ErrorResponseException notFound(String name) {
        return request.error(Status.NOT_FOUND, null, "orgSwitcherDomainNotFound", name);
    }

    private ErrorResponseException ownedByAttribute(String name) {
        return request.error(
                Status.CONFLICT, DOMAIN, "orgSwitcherDomainByAttribute", name, DeclaredPolicy.ALLOWED_DOMAINS);
    }

    private void changed(OperationType operation, AllowedDomainRepresentation domain) {
        request.changed(operation, domain, "organizations", organization.getId(), "domains", domain.domain());
    }

    private String realmId() {
        return request.realm().getId();
    }
}
