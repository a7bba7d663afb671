package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@code enrollments}: how people and all the realm's organizations came together, or did not. */
public final class RealmEnrollmentsResource {

    private final AdminRequest request;

    RealmEnrollmentsResource(AdminRequest request) {
        this.request = request;
    }

    /**
     * Lists enrollments, the latest first. Organizations that the administrator may not view are left out.
     *
     * @param statuses those to list, repeated or separated by commas; all but {@code DISMISSED} where there are none
     * @param page which of them; users who are not in Keycloak's own storage are found by the domain alone
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Lists how people and the organizations that the administrator may view came together, or did not, the"
                            + " latest first.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description =
                    "User names, email addresses, first and last names, and allowed domains." + PagingParameters.SEARCH)
    public List<EnrollmentRepresentation> list(
            @Parameter(
                            description =
                                    "Those to list, repeated or separated by commas; by default all but DISMISSED.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = EnrollmentStatus.class))
                    @QueryParam("status")
                    List<String> statuses,
            @BeanParam PagingParameters page) {
        EnrollmentList list = new EnrollmentList(request);
        Set<EnrollmentStatus> listed = list.statuses(statuses);
        Paging paging = page.read(request);
        return list.representAll(request.store()
                .lists()
                .enrollments(
                        listed,
                        paging,
                        request.organizations().view(),
                        request.administrator().users()));
    }

    /**
     * Counts what {@link #list} lists on all its pages.
     *
     * @param statuses as for the list
     * @param search as for the list
     * @return the number
     */
    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Counts how many people and the organizations that the administrator may view came together, or did not.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description =
                    "User names, email addresses, first and last names, and allowed domains." + PagingParameters.SEARCH)
    public long count(
            @Parameter(
                            description =
                                    "Those to count, repeated or separated by commas; by default all but DISMISSED.",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = EnrollmentStatus.class))
                    @QueryParam("status")
                    List<String> statuses,
            @QueryParam("search") @Nullable String search) {
        Set<EnrollmentStatus> counted = new EnrollmentList(request).statuses(statuses);
        Paging paging = PagingParameters.ofSearch(search).read(request);
        return request.store()
                .lists()
                .enrollmentCount(
                        counted,
                        paging.search(),
                        request.organizations().view(),
                        request.administrator().users());
    }
}
