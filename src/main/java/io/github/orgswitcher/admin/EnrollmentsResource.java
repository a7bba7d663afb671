package io.github.orgswitcher.admin;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.rest.PagingParameters;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StorageUnavailableException;

/** {@code organizations/{orgId}/enrollments}: how people and the organization came together, or did not. */
public final class EnrollmentsResource {

    private static final Set<EnrollmentStatus> ALL_BUT_DISMISSED =
            EnumSet.complementOf(EnumSet.of(EnrollmentStatus.DISMISSED));

    private final AdminRequest request;
    private final OrganizationModel organization;

    EnrollmentsResource(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
    }

    /**
     * Lists enrollments, the latest first.
     *
     * @param statuses those to list, repeated or separated by commas; all but {@code DISMISSED} where there are none,
     *     because who has passed over an offer has not come to the organization
     * @param page which of them; users who are not in Keycloak's own storage are found by the domain alone
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists how people and an organization came together, or did not, the latest first.")
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
        Set<EnrollmentStatus> listed = statuses(statuses);
        Paging paging = page.read(request);
        return request
                .store()
                .lists()
                .enrollments(
                        organization.getId(),
                        listed,
                        paging,
                        request.administrator().users())
                .stream()
                .map(this::represent)
                .toList();
    }

    private EnrollmentRepresentation represent(EnrolledPerson enrolled) {
        return EnrollmentRepresentation.of(
                enrolled.enrollment(),
                enrolled.person() == null
                        ? elsewhere(enrolled.enrollment().userId())
                        : EnrollmentRepresentation.User.of(enrolled.person()));
    }

    /** Someone whom a storage provider keeps to itself. */
    private EnrollmentRepresentation.@Nullable User elsewhere(String userId) {
        if (StorageId.isLocalStorage(userId)) {
            return null;
        }
        UserModel user = find(userId);
        return user == null || !request.administrator().mayView(user)
                ? null
                : new EnrollmentRepresentation.User(
                        userId, user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName());
    }

    /** The list is of use without the name, too. */
    private @Nullable UserModel find(String userId) {
        try {
            return request.session().users().getUserById(request.realm(), userId);
        } catch (StorageUnavailableException e) {
            return null;
        }
    }

    private Set<EnrollmentStatus> statuses(List<String> texts) {
        Set<EnrollmentStatus> statuses = texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(this::status)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EnrollmentStatus.class)));
        return statuses.isEmpty() ? ALL_BUT_DISMISSED : statuses;
    }

    private EnrollmentStatus status(String text) {
        return Stream.of(EnrollmentStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> request.error(Status.BAD_REQUEST, "status", "orgSwitcherStatusInvalid", names()));
    }

    private static String names() {
        return Stream.of(EnrollmentStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
