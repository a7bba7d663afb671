package io.github.orgswitcher.admin;

import io.github.orgswitcher.bulk.DomainImport;
import io.github.orgswitcher.bulk.ImportReport;
import io.github.orgswitcher.bulk.ImportRepresentation;
import io.github.orgswitcher.bulk.ImportRequest;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code domains}: the allowed domains of all the realm's organizations. */
public final class RealmDomainsResource {

    private static final String CSV = "text/csv";

    private final AdminRequest request;

    RealmDomainsResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Lists allowed domains with the organizations that hold them, ordered by name. Organizations that the administrator
     * may not view are left out.
     *
     * @param exact {@code true}: the search is a whole domain, in any spelling
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Lists the allowed domains of all organizations that the administrator may view, ordered by name.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Domains, with or without their *. before them." + PagingParameters.SEARCH)
    public List<HeldDomainRepresentation> list(
            @Parameter(
                            description = "Whether the search is a whole domain.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("exact")
                    @Nullable
                    String exact,
            @BeanParam PagingParameters page) {
        Paging paging = paging(exact, page);
        return request.store().lists().domains(paging, request.organizations().view()).stream()
                .map(HeldDomainRepresentation::of)
                .toList();
    }

    /**
     * Counts what {@link #list} lists on all its pages.
     *
     * @param exact {@code true}: the search is a whole domain, in any spelling
     * @param search as for the list
     * @return the number
     */
    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Counts the allowed domains of all organizations that the administrator may view.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Domains, with or without their *. before them." + PagingParameters.SEARCH)
    public long count(
            @Parameter(
                            description = "Whether the search is a whole domain.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("exact")
                    @Nullable
                    String exact,
            @QueryParam("search") @Nullable String search) {
        Paging paging = paging(exact, PagingParameters.ofSearch(search));
        return request.store()
                .lists()
                .domainCount(paging.search(), request.organizations().view());
    }

    /**
     * Adds many allowed domains to many organizations. Each row is judged for itself; by default what can be added is
     * added, some rows in one transaction.
     *
     * @param atomic {@code true}: all rows are taken, or none where one is refused
     * @param body rows with the fields {@code organization} (id or alias) and {@code domain}, and, where the domain has its own,
     *     {@code joinMode} and {@code defaultGroups}: a JSON array of objects, or
     *     CSV whose first line names the columns
     * @return the result of each row; 400 where not all rows could be read, or where none was kept
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds many allowed domains to many organizations.",
            description = "Each row needs the right to manage its organization, and is judged for itself.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ImportRepresentation.Row.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "The result of each row",
            content = @Content(schema = @Schema(implementation = ImportRepresentation.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not all rows could be read, or none was kept",
            content = @Content(schema = @Schema(implementation = ImportRepresentation.class)))
    public Response importDomains(
            @Parameter(
                            description = "Whether all rows are taken, or none where one is refused.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("atomic")
                    @Nullable
                    String atomic,
            InputStream body) {
        ImportRequest imported = new ImportRequest(
                request.session(),
                request.realm().getId(),
                request.domainRules(),
                request.adminId(),
                request.claims(),
                session -> new ImportingAdmin(request.in(session)),
                added -> request.changed(OperationType.CREATE, added.byOrganization(), "org-switcher", "domains"),
                request.messages()::message,
                request.sends(CSV),
                request.flag("atomic", atomic));
        ImportReport report = AdminWrite.unlessLost(request, () -> DomainImport.run(imported, body));
        StreamingOutput answer = out -> {
            try (report) {
                report.writeTo(out);
            }
        };
        return Response.status(report.complete() ? Status.OK : Status.BAD_REQUEST)
                .entity(answer)
                .build();
    }

    private Paging paging(@Nullable String exact, PagingParameters page) {
        return request.flag("exact", exact) ? page.readForDomain(request) : page.readForDomains(request);
    }
}
