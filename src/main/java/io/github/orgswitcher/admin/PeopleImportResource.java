package io.github.orgswitcher.admin;

import io.github.orgswitcher.bulk.PeopleImport;
import io.github.orgswitcher.bulk.PeopleReport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code people/import}: people whom an administrator brings along, and the organizations that they belong to. */
public final class PeopleImportResource {

    private static final String CSV = "text/csv";

    private final AdminRequest request;

    PeopleImportResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Brings people into organizations. Each row is judged for itself: whose verified address is on an allowed domain becomes a member,
     * everybody else is invited.
     *
     * @param dryRun {@code true}: nothing happens, and the answer says what would
     * @param body rows with the fields {@code organization} (id or alias) and {@code email}, and, where they are known, {@code
     *     firstName} and {@code lastName}: a JSON array of objects, or CSV whose first line names the columns
     * @return the result of each row; 400 where not all rows could be read
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Brings many people into many organizations, as members or by an invitation.",
            description =
                    "Each row needs the right to manage its organization, and is judged for itself. At most 500 at a time.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PeopleReport.Row.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "The result of each row",
            content = @Content(schema = @Schema(implementation = PeopleReport.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not all rows could be read, or there are too many",
            content = @Content(schema = @Schema(implementation = PeopleReport.class)))
    public Response importPeople(
            @Parameter(
                            description = "Whether nothing happens, and the answer says what would.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            InputStream body) {
        boolean trying = request.flag("dryRun", dryRun);
        PeopleImport running = new PeopleImport(
                request.store(),
                new ImportingAdmin(request),
                request.messages()::message,
                trying,
                new BringingInFromFile(request, trying)::all);
        PeopleReport report = AdminWrite.unlessLost(request, () -> running.run(body, request.sends(CSV)));
        return Response.status(report.errorMessage() == null ? Status.OK : Status.BAD_REQUEST)
                .entity(report)
                .build();
    }
}
