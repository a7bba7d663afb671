package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.domain.NamedValues;
import io.github.orgswitcher.management.ManagedRequests;
import io.github.orgswitcher.rest.PagingParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** {@code organizations/{orgId}/enrollments}: who has come to an organization, or wants to, for one who manages it. */
@SecurityRequirement(name = "account")
public final class ManagedEnrollmentsResource {

    /** What a manager is shown of: who has left, or passed over an offer, does not want to come. */
    private static final NamedValues<EnrollmentStatus> SHOWN =
            new NamedValues<>(List.of(EnrollmentStatus.REQUESTED, EnrollmentStatus.DENIED, EnrollmentStatus.JOINED));

    private static final String USER_ID = "userId";

    private final ManagerDoor door;

    ManagedEnrollmentsResource(ManagerDoor door) {
        this.door = door;
    }

    /**
     * Lists people, the latest first.
     *
     * @param status how they stand; absent for who has asked
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists who has asked to join an organization, was turned down or has joined, for its managers.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description =
                    "User names, email addresses, first and last names, and allowed domains." + PagingParameters.SEARCH)
    public List<ManagedPersonRepresentation> list(
            @Parameter(
                            description = "REQUESTED, DENIED or JOINED.",
                            schema = @Schema(implementation = EnrollmentStatus.class, defaultValue = "REQUESTED"))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @BeanParam PagingParameters page) {
        ManagerCall manager = door.toView();
        return new ManagedRequests(manager.organization())
                .list(status(manager, status), page.read(manager.call())).stream()
                        .map(ManagedPersonRepresentation::of)
                        .toList();
    }

    private static EnrollmentStatus status(ManagerCall manager, @Nullable String text) {
        if (text == null) {
            return EnrollmentStatus.REQUESTED;
        }
        return SHOWN.named(text).orElseThrow(() -> manager.call()
                .error(Status.BAD_REQUEST, "status", "orgSwitcherStatusInvalid", SHOWN.listed()));
    }

    /**
     * Makes the person who asked a member.
     *
     * @param userId the person
     */
    @POST
    @Path("{userId}/approval")
    @Operation(summary = "Approves a person's request to join.")
    @APIResponse(responseCode = "204", description = "The person is a member")
    public void approve(@PathParam(USER_ID) String userId) {
        door.toManage().carryOut(own -> new ManagedRequests(own).approve(userId));
    }

    /**
     * Turns the person down.
     *
     * @param userId the person
     */
    @POST
    @Path("{userId}/denial")
    @Operation(summary = "Declines a person's request to join.")
    @APIResponse(responseCode = "204", description = "Declined")
    public void deny(@PathParam(USER_ID) String userId) {
        door.toManage().carryOut(own -> new ManagedRequests(own).deny(userId));
    }

    /**
     * Takes a denial back, so that the person may ask again.
     *
     * @param userId the person
     */
    @DELETE
    @Path("{userId}/denial")
    @Operation(summary = "Takes a denial back, so that the person may ask again.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void forget(@PathParam(USER_ID) String userId) {
        door.toManage().carryOut(own -> new ManagedRequests(own).forget(userId));
    }
}
