package io.github.orgswitcher.account;

import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.rest.PagingParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.keycloak.models.KeycloakSession;

/** {@code organizations}: a signed-in person's organizations, by the access token of an application. */
@SecurityRequirement(name = "account")
public final class OrganizationsResource {

    private static final String NAME = "name";
    private static final String ALLOW_COLLEAGUES = "allowColleagues";
    private static final String ORG_ID = "orgId";

    private final KeycloakSession session;

    OrganizationsResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Tells how the person and the realm's organizations stand.
     *
     * @param page which of the memberships, and which of the offers
     * @return what the switcher's page would show
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tells which organizations a person belongs to, works in, may join, may ask, and has asked.",
            description =
                    "`first`, `max` and `search` page memberships and offers, each for itself. Of requests there are"
                            + " 100 at most.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Names and aliases of organizations, by the beginnings of their words.")
    public OwnOrganizationsRepresentation list(@BeanParam PagingParameters page) {
        AccountCall call = AccountCall.toView(session);
        return OwnOrganizationsRepresentation.of(call.organizations().overview(page.read(call)));
    }

    /**
     * Creates an organization, of which the person becomes the first member.
     *
     * @param body its name, and whether colleagues may join it, as JSON
     * @return 201 with the organization
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates an organization, of which the person becomes the first member.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CreatedOrganization.Wish.class)))
    @APIResponse(
            responseCode = "201",
            description = "The organization",
            content = @Content(schema = @Schema(implementation = CreatedOrganization.class)))
    public Response create(InputStream body) {
        AccountCall call = AccountCall.toManage(session);
        JsonBody json = JsonBody.read(call, body, Set.of(NAME, ALLOW_COLLEAGUES));
        String name = json.text(NAME).orElse("");
        boolean allowColleagues = flag(call, json);
        Chosen created = call.carryOut(() -> call.organizations().create(name, allowColleagues));
        return Response.status(Status.CREATED)
                .entity(CreatedOrganization.of(created))
                .build();
    }

    private static boolean flag(AccountCall call, JsonBody json) {
        return json.value(ALLOW_COLLEAGUES)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw call.error(
                                Status.BAD_REQUEST, ALLOW_COLLEAGUES, "orgSwitcherFlagInvalid", ALLOW_COLLEAGUES);
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    /**
     * Joins an organization that is on offer; joining twice is joining once.
     *
     * @param orgId the organization's id
     */
    @POST
    @Path("{orgId}/join")
    @Operation(summary = "Joins an organization that is on offer; joining twice is joining once.")
    @APIResponse(responseCode = "204", description = "The person is a member")
    public void join(@PathParam(ORG_ID) String orgId) {
        AccountCall call = AccountCall.toManage(session);
        call.carryOut(() -> call.organizations().join(orgId));
    }

    /**
     * Asks to join an organization; asking twice is asking once.
     *
     * @param orgId the organization's id
     */
    @POST
    @Path("{orgId}/request")
    @Operation(summary = "Asks to join an organization; asking twice is asking once.")
    @APIResponse(responseCode = "204", description = "The person has asked, or is a member")
    public void request(@PathParam(ORG_ID) String orgId) {
        AccountCall call = AccountCall.toManage(session);
        call.carryOut(() -> call.organizations().request(orgId));
    }

    /**
     * Takes the request to join an organization back; leaves no organization, whatever has become of the request.
     *
     * @param orgId the organization's id
     */
    @DELETE
    @Path("{orgId}/request")
    @Operation(summary = "Takes back the request to join an organization, where nobody has decided on it.")
    @APIResponse(responseCode = "204", description = "The person waits for no answer")
    public void withdraw(@PathParam(ORG_ID) String orgId) {
        AccountCall call = AccountCall.toManage(session);
        call.carryOut(() -> call.organizations().withdraw(orgId));
    }

    /**
     * Leaves an organization.
     *
     * @param orgId the organization's id
     */
    @DELETE
    @Path("{orgId}")
    @Operation(summary = "Leaves an organization.")
    @APIResponse(responseCode = "204", description = "The person is no member")
    public void leave(@PathParam(ORG_ID) String orgId) {
        AccountCall call = AccountCall.toManage(session);
        call.carryOut(() -> call.organizations().leave(orgId));
    }

    /**
     * Goes on to who has come to an organization, or wants to.
     *
     * @param orgId the organization's id
     * @return the resource for those who manage it
     */
    @Path("{orgId}/enrollments")
    public ManagedEnrollmentsResource enrollments(@PathParam(ORG_ID) String orgId) {
        return new ManagedEnrollmentsResource(new ManagerDoor(session, orgId));
    }

    /**
     * Goes on to an organization's invitations.
     *
     * @param orgId the organization's id
     * @return the resource for those who manage it
     */
    @Path("{orgId}/invitations")
    public ManagedInvitationsResource invitations(@PathParam(ORG_ID) String orgId) {
        return new ManagedInvitationsResource(new ManagerDoor(session, orgId));
    }

    /**
     * Goes on to an organization's allowed domains.
     *
     * @param orgId the organization's id
     * @return the resource for those who manage it
     */
    @Path("{orgId}/domains")
    public ManagedDomainsResource domains(@PathParam(ORG_ID) String orgId) {
        return new ManagedDomainsResource(new ManagerDoor(session, orgId));
    }

    /**
     * Goes on to what managers may change of an organization's policy.
     *
     * @param orgId the organization's id
     * @return the resource for those who manage it
     */
    @Path("{orgId}/policy")
    public ManagedPolicyResource policy(@PathParam(ORG_ID) String orgId) {
        return new ManagedPolicyResource(new ManagerDoor(session, orgId));
    }

    /**
     * Goes on to who manages an organization.
     *
     * @param orgId the organization's id
     * @return the resource for those who manage it
     */
    @Path("{orgId}/managers")
    public ManagersResource managers(@PathParam(ORG_ID) String orgId) {
        return new ManagersResource(new ManagerDoor(session, orgId));
    }
}
