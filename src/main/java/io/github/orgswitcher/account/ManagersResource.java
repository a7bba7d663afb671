package io.github.orgswitcher.account;

import io.github.orgswitcher.management.ManagedManagers;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** {@code organizations/{orgId}/managers}: who manages an organization, for one who does. */
@SecurityRequirement(name = "account")
public final class ManagersResource {

    private static final String USER_ID = "userId";

    private final ManagerDoor door;

    ManagersResource(ManagerDoor door) {
        this.door = door;
    }

    /**
     * Lists managers.
     *
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists who manages an organization, for its managers.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "A part of a user name, an email address, or a name.")
    public List<ManagerRepresentation> list(@BeanParam PagingParameters page) {
        ManagerCall manager = door.toView();
        Paging paging = page.read(manager.call());
        return new ManagedManagers(manager.organization())
                .list(page.text(manager.call()), paging.first(), paging.max()).stream()
                        .map(ManagerRepresentation::of)
                        .toList();
    }

    /**
     * Has a member manage the organization, too.
     *
     * @param userId the person
     */
    @PUT
    @Path("{userId}")
    @Operation(summary = "Has a member manage an organization, too.")
    @APIResponse(responseCode = "204", description = "The person manages it")
    public void appoint(@PathParam(USER_ID) String userId) {
        door.toManage().carryOut(own -> new ManagedManagers(own).appoint(userId));
    }

    /**
     * Has a person manage the organization no longer.
     *
     * @param userId the person
     */
    @DELETE
    @Path("{userId}")
    @Operation(summary = "Has a person manage an organization no longer.")
    @APIResponse(responseCode = "204", description = "The person does not manage it")
    public void dismiss(@PathParam(USER_ID) String userId) {
        door.toManage().carryOut(own -> new ManagedManagers(own).dismiss(userId));
    }
}
