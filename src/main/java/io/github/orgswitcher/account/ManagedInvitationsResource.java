package io.github.orgswitcher.account;

import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.ManagedInvitations;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.Paging;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** {@code organizations/{orgId}/invitations}: Keycloak's own invitations of an organization, for one who manages it. */
@SecurityRequirement(name = "account")
public final class ManagedInvitationsResource {

    private static final Set<String> FIELDS = Set.of(ManagedInvitations.FIELD);
    private static final String ID = "invitationId";

    private final ManagerDoor door;

    ManagedInvitationsResource(ManagerDoor door) {
        this.door = door;
    }

    /**
     * Lists invitations.
     *
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists an organization's invitations, for its managers.")
    @Parameter(name = "search", in = ParameterIn.QUERY, description = "A part of an email address.")
    public List<SentInvitation> list(@BeanParam PagingParameters page) {
        ManagerCall manager = door.toView();
        Paging paging = page.read(manager.call());
        return new ManagedInvitations(manager.organization())
                .list(page.text(manager.call()), paging.first(), paging.max()).stream()
                        .map(SentInvitation::of)
                        .toList();
    }

    /**
     * Invites somebody.
     *
     * @param body the email address as JSON
     * @return 201 with the invitation
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invites somebody to an organization by mail.",
            description = "Answers 429 where a day's mails are used up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SentInvitation.Invitee.class)))
    @APIResponse(
            responseCode = "201",
            description = "The invitation",
            content = @Content(schema = @Schema(implementation = SentInvitation.Posted.class)))
    public Response invite(InputStream body) {
        ManagerCall manager = door.toManage();
        String email = JsonBody.read(manager.call(), body, FIELDS)
                .text(ManagedInvitations.FIELD)
                .orElse("");
        Act act = manager.carryOut(FIELDS, own -> new ManagedInvitations(own).invite(email));
        return Response.status(Status.CREATED)
                .entity(SentInvitation.Posted.of(act))
                .build();
    }

    /**
     * Invites somebody anew, for whom the former invitation counts no longer.
     *
     * @param invitationId the former invitation
     * @return the new one
     */
    @POST
    @Path("{invitationId}/resend")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends an invitation again.",
            description =
                    "It is a new one, with an id of its own; the former counts no longer. Answers 429 where a day's mails are"
                            + " used up; the former one counts then.")
    public SentInvitation.Posted resend(@PathParam(ID) String invitationId) {
        return SentInvitation.Posted.of(
                door.toManage().carryOut(own -> new ManagedInvitations(own).resend(invitationId)));
    }

    /**
     * Withdraws an invitation.
     *
     * @param invitationId its id
     */
    @DELETE
    @Path("{invitationId}")
    @Operation(summary = "Withdraws an invitation.")
    @APIResponse(responseCode = "204", description = "There is no such invitation any more")
    public void withdraw(@PathParam(ID) String invitationId) {
        door.toManage().carryOut(own -> new ManagedInvitations(own).withdraw(invitationId));
    }
}
