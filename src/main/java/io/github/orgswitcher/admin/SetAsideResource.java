package io.github.orgswitcher.admin;

import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** {@code people/set-aside}: accounts that lost an address to its owner. */
public final class SetAsideResource {

    private final AdminRequest request;

    SetAsideResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Lists accounts that were set aside, the latest first. Accounts that the administrator may not view are left out.
     *
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lists accounts that lost an address they had never proven, each with the account of the"
                    + " address's owner, the latest first.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "User names, email addresses, first and last names of both." + PagingParameters.SEARCH)
    public List<SetAsideRepresentation> list(@BeanParam PagingParameters page) {
        Paging paging = page.read(request);
        return request.store().lists().setAside(paging, request.administrator().users()).stream()
                .map(SetAsideRepresentation::of)
                .toList();
    }
}
