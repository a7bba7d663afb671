package io.github.orgswitcher.admin;

import io.github.orgswitcher.membership.JoinRequests;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.store.Enrollment;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** {@code organizations/{orgId}/enrollments/{userId}}: decisions on one person's request to join. */
public final class EnrollmentResource {

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final String userId;

    EnrollmentResource(AdminRequest request, OrganizationModel organization, String userId) {
        this.request = request;
        this.organization = organization;
        this.userId = userId;
    }

    /**
     * Makes the person who asked a member, who finds the organization at the next login. Answers 404 where there is no
     * record of the person, and 409 where there is no open request, or a rule keeps the person out at this moment.
     *
     * @return 204
     */
    @POST
    @Path("approval")
    @Operation(summary = "Approves a person's request to join.")
    @APIResponse(responseCode = "204", description = "Joined")
    public Response approve() {
        return decide("approval", JoinRequests::approve);
    }

    /**
     * Turns the person down, who may then not ask again. Answers as approval does.
     *
     * @return 204
     */
    @POST
    @Path("denial")
    @Operation(summary = "Denies a person's request to join.")
    @APIResponse(responseCode = "204", description = "Denied")
    public Response deny() {
        return decide("denial", JoinRequests::deny);
    }

    /**
     * Forgets a denial, so that the person may ask again. Answers 409 where there is none.
     *
     * @return 204
     */
    @DELETE
    @Operation(summary = "Forgets a denial, so that the person may ask again.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Response forget() {
        request.auth().orgs().requireManage(organization);
        UserModel user = person();
        try {
            requests().forget(organization.getId(), user);
        } catch (RequestRefusedException e) {
            throw request.error(Status.CONFLICT, null, e.messageKey());
        }
        request.changed(OperationType.DELETE, null, "organizations", organization.getId(), "enrollments", userId);
        return Response.noContent().build();
    }

    private Response decide(String decision, Decider decider) {
        request.auth().orgs().requireManage(organization);
        UserModel user = person();
        Enrollment decided;
        try {
            decided = decider.decide(requests(), organization.getId(), user);
        } catch (RequestRefusedException e) {
            throw request.error(Status.CONFLICT, null, e.messageKey());
        }
        request.changed(
                OperationType.ACTION,
                DecisionRepresentation.of(decided),
                "organizations",
                organization.getId(),
                "enrollments",
                userId,
                decision);
        return Response.noContent().build();
    }

    /** Whoever the organization has no record of is not found, whether there is such a user or not. */
    private UserModel person() {
        // Databases refuse to look for control characters, and no id has them.
        boolean possible = userId.codePoints().noneMatch(Character::isISOControl);
        UserModel user = possible
                        && request.store()
                                .enrollment(request.realm().getId(), organization.getId(), userId)
                                .isPresent()
                ? request.session().users().getUserById(request.realm(), userId)
                : null;
        if (user == null) {
            throw request.error(Status.NOT_FOUND, null, "orgSwitcherUserNotFound");
        }
        return user;
    }

    private JoinRequests requests() {
        return new JoinRequests(request.session(), request.adminId());
    }

    /** One of the decisions. */
    private interface Decider {
        Enrollment decide(JoinRequests requests, String orgId, UserModel user);
    }
}
