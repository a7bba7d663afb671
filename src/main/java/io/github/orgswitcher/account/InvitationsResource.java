package io.github.orgswitcher.account;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.keycloak.models.KeycloakSession;

/** {@code invitations}: Keycloak's own invitations to a signed-in person, by the access token of an application. */
@SecurityRequirement(name = "account")
public final class InvitationsResource {

    private static final String ID = "invitationId";

    private final KeycloakSession session;

    InvitationsResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Accepts an invitation.
     *
     * @param invitationId its id
     */
    @POST
    @Path("{invitationId}")
    @Operation(summary = "Accepts an invitation.")
    @APIResponse(responseCode = "204", description = "The person is a member")
    public void accept(@PathParam(ID) String invitationId) {
        AccountCall call = AccountCall.toManage(session);
        call.carryOut(() -> call.organizations().accept(invitationId));
    }

    /**
     * Declines an invitation.
     *
     * @param invitationId its id
     */
    @DELETE
    @Path("{invitationId}")
    @Operation(summary = "Declines an invitation.")
    @APIResponse(responseCode = "204", description = "There is no such invitation any more")
    public void decline(@PathParam(ID) String invitationId) {
        AccountCall call = AccountCall.toManage(session);
        call.carryOut(() -> call.organizations().decline(invitationId));
    }
}
