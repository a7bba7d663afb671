package io.github.orgswitcher.admin;

import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.Sought;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;

/** {@code organizations/{orgId}/people}: people of the realm whom the organization allows and does not have. */
public final class PeopleResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = new MediaType("text", "csv", "UTF-8");

    private static final String USERS = "users";

    /** Each may be a mail, and all are written in one request. */
    private static final int MOST = 100;

    private final AdminRequest request;
    private final OrganizationModel organization;

    PeopleResource(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
    }

    /**
     * Lists people whose verified address is on an allowed domain and who are no members, ordered by user name, each with the reason. A
     * call looks once through the realm's users. People whom a user storage does not import are not in Keycloak's table, and not here.
     *
     * @param domain one of the allowed domains, in any spelling; all of them where it is absent
     * @param page which of them; CSV has all that the search finds
     * @return the page as JSON, or the whole list as CSV where the request prefers that
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary =
                    "Lists people whose verified email address is on an allowed domain and who are no members, with the reason.",
            description = "Ordered by user name. As CSV it is the whole list, whatever first and max say.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "User names, email addresses, first and last names." + PagingParameters.SEARCH)
    @APIResponse(
            responseCode = "200",
            description = "The page, or as CSV the whole list",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = AbsentRepresentation.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @Parameter(description = "One of the allowed domains, in any spelling; all of them by default.")
                    @QueryParam("domain")
                    @Nullable
                    String domain,
            @BeanParam PagingParameters page) {
        Paging paging = page.read(request);
        PeopleList list = new PeopleList(request, organization);
        Sought sought = list.sought(domain, paging.search());
        if (!isCsvPreferred()) {
            return Response.ok(list.page(sought, paging.first(), paging.max()), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        StreamingOutput lines = out -> list.writeCsv(sought, out);
        return Response.ok(lines, CSV_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"people.csv\"")
                .build();
    }

    /**
     * Invites people by Keycloak's own invitations.
     *
     * @param body ids of users as JSON
     * @return what became of each
     */
    @POST
    @Path("invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invites people who are in the list, by Keycloak's own invitations and mails.",
            description = "Each is judged anew. At most 100 at a time.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Named.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = BroughtInRepresentation.class)))
    public BroughtInRepresentation invite(InputStream body) {
        request.organizations().requireManage(organization);
        return AdminWrite.unlessLost(request, () -> new BringingIn(request, organization).invite(users(body)));
    }

    /**
     * Makes people members, whom nobody has asked; whoever has asked is approved.
     *
     * @param body ids of users as JSON
     * @return what became of each
     */
    @POST
    @Path("memberships")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes people members who are in the list.",
            description =
                    "Each is judged anew, and takes the right to manage the user, as Keycloak's own call does. At most 100 at a time.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Named.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = BroughtInRepresentation.class)))
    public BroughtInRepresentation join(InputStream body) {
        request.organizations().requireManage(organization);
        return AdminWrite.unlessLost(request, () -> new BringingIn(request, organization).join(users(body)));
    }

    /**
     * Whom a call is about.
     *
     * @param users ids of users
     */
    @Schema(name = "UserIds")
    public record Named(List<String> users) {

        /** Copies the list. */
        public Named {
            users = List.copyOf(users);
        }
    }

    private List<String> users(InputStream body) {
        List<String> users = JsonBody.read(request, body, Set.of(USERS)).texts(USERS, MOST);
        if (users.isEmpty()) {
            throw request.error(Status.BAD_REQUEST, USERS, "orgSwitcherJsonNotTexts", USERS);
        }
        return users;
    }

    /** The first of the types that the request accepts, the most wanted first, says it; whoever takes anything gets JSON. */
    private boolean isCsvPreferred() {
        return request.session().getContext().getHttpRequest().getHttpHeaders().getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(CSV_TYPE) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }
}
