package io.github.orgswitcher.admin;

import io.github.orgswitcher.membership.JoinRequests;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.OrgSwitcherStore;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
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
     * Takes a denial back, so that the person may ask again. Answers 409 where there is none.
     *
     * @return 204
     */
    @DELETE
    @Path("denial")
    @Operation(summary = "Takes a denial back, so that the person may ask again.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response forget() {
        request.organizations().requireManage(organization);
        write((requests, orgId, user) -> {
            requests.forget(orgId, user);
            return orgId;
        });
        request.changed(
                OperationType.DELETE, null, "organizations", organization.getId(), "enrollments", userId, "denial");
        return Response.noContent().build();
    }

    private Response decide(String decision, Decider<Enrollment> decider) {
        request.organizations().requireManage(organization);
        Enrollment decided = write(decider);
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

    private <T> T write(Decider<T> decider) {
        requireRecord(request);
        try {
            return AdminWrite.person(request, userId).call(organization, (own, locked) -> {
                requireRecord(own);
                UserModel user = own.session().users().getUserById(own.realm(), userId);
                if (user == null) {
                    throw notFound(own);
                }
                return decider.decide(new JoinRequests(own.session(), own.adminId()), locked.getId(), user);
            });
        } catch (RequestRefusedException e) {
            throw request.error(Status.CONFLICT, null, request.told(e), e.parameters());
        }
    }

    /** Whoever the organization has no record of is not found, whether there is such a user or not. */
    private void requireRecord(AdminRequest reader) {
        if (!OrgSwitcherStore.of(reader.session()).isComparable(userId)
                || reader.store()
                        .enrollments()
                        .find(organization.getId(), userId)
                        .isEmpty()) {
            throw notFound(reader);
        }
    }

    private static WebApplicationException notFound(AdminRequest reader) {
        return reader.error(Status.NOT_FOUND, null, "orgSwitcherUserNotFound");
    }

    /** One of the decisions. */
    private interface Decider<T> {
        T decide(JoinRequests requests, String orgId, UserModel user);
    }
}
