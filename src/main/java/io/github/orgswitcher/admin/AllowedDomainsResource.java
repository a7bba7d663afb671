package io.github.orgswitcher.admin;

import static io.github.orgswitcher.admin.AdministeredDomains.DOMAIN;

import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.Source;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;

/** {@code organizations/{orgId}/domains}: an organization's allowed domains. */
public final class AllowedDomainsResource {

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final AdministeredDomains domains;

    AllowedDomainsResource(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
        this.domains = new AdministeredDomains(request, organization);
    }

    /**
     * Lists allowed domains, ordered by name.
     *
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists an organization's allowed domains, ordered by name.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Domains, with or without their *. before them." + PagingParameters.SEARCH)
    public List<AllowedDomainRepresentation> list(@BeanParam PagingParameters page) {
        return domains.represent(request.store().domains().page(organization.getId(), page.readForDomains(request)));
    }

    /**
     * Counts what {@link #list} lists on all its pages.
     *
     * @param search as for the list
     * @return the number
     */
    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Counts an organization's allowed domains.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Domains, with or without their *. before them." + PagingParameters.SEARCH)
    public long count(@QueryParam("search") @Nullable String search) {
        Paging paging = PagingParameters.ofSearch(search).readForDomains(request);
        return request.store().domains().count(organization.getId(), paging.search());
    }

    /**
     * Lists Keycloak's own domains of the organization that are not allowed: first those that can be, then the others with why
     * not, each ordered by name.
     *
     * @return the first twenty
     */
    @GET
    @Path("unallowed")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists Keycloak's own domains of an organization that are not allowed.",
            description =
                    "The first twenty: those that can be allowed, by name, and then the others, each with why not.")
    public List<OwnDomainRepresentation> unallowed() {
        return OwnDomainRepresentation.of(request, organization);
    }

    /**
     * Adds an allowed domain.
     *
     * @param body the domain as JSON, which may say what holds over this domain alone
     * @return 201 with the domain as it is stored, and its location
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds an allowed domain to an organization.",
            description = "It may have a join mode and default groups of its own.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AllowedDomainRepresentation.Added.class)))
    @APIResponse(
            responseCode = "201",
            description = "The domain as it is stored, and its location",
            content = @Content(schema = @Schema(implementation = AllowedDomainRepresentation.class)))
    public Response add(InputStream body) {
        domains.requireManage();
        JsonBody json =
                JsonBody.read(request, body, DomainPolicyBody.fields(DOMAIN).collect(Collectors.toSet()));
        String text = json.text(DOMAIN)
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, DOMAIN, "orgSwitcherDomainMissing"));
        String name = allowed(text);
        AllowedDomain domain = AllowedDomain.added(
                        organization.getId(),
                        name,
                        Source.API,
                        Instant.ofEpochMilli(Time.currentTimeMillis()),
                        request.adminId())
                .claimed(request.claims());
        AllowedDomainRepresentation representation = AdminWrite.of(request)
                .call(organization, (own, locked) -> new AdministeredDomains(own, locked).add(domain, json));
        domains.changed(OperationType.CREATE, representation);
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
     * Goes on to one allowed domain.
     *
     * @param text the domain, in any spelling
     * @return its resource
     */
    @Path("{domain}")
    public AllowedDomainResource domain(@PathParam(DOMAIN) String text) {
        return new AllowedDomainResource(request, organization, domains, text);
    }

    private String allowed(String text) {
        try {
            return request.domainRules().allow(text).value();
        } catch (RefusedDomainException e) {
            throw request.notMeant(DOMAIN, e);
        }
    }
}
