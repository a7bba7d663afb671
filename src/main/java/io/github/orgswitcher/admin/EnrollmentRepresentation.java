package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.store.EnrolledPerson.Person;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a person and the organization came together, or did not, as JSON.
 *
 * @param organization the organization; absent in its own list
 * @param userId the person
 * @param user who that is; absent where the administrator may not view them, or they are gone
 * @param status how they stand now
 * @param method how they became a member; absent where they never did
 * @param domain the allowed domain it happened over; absent where none was involved
 * @param createdAt when the record began, in milliseconds since 1970
 * @param updatedAt when it last changed, in milliseconds since 1970
 * @param decidedBy id of the user who decided; absent where nobody had to
 * @param askAgainAt from when on the person, who was turned down, may ask again, in milliseconds since 1970; absent where the person
 *     was not, and where the denial has to be taken back first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrollmentRepresentation(
        @Nullable OrganizationRef organization,
        String userId,
        @Nullable User user,
        EnrollmentStatus status,
        @Nullable EnrollmentMethod method,
        @Nullable String domain,
        long createdAt,
        long updatedAt,
        @Nullable String decidedBy,
        @Nullable Long askAgainAt) {

    /**
     * A person.
     *
     * @param id the id
     * @param username the user name
     * @param email the email address; absent where there is none
     * @param firstName the first name; absent where there is none
     * @param lastName the last name; absent where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EnrolledUser")
    public record User(
            String id,
            String username,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName) {

        static User of(Person person) {
            return new User(person.id(), person.username(), person.email(), person.firstName(), person.lastName());
        }
    }

    static EnrollmentRepresentation of(
            @Nullable OrganizationRef organization,
            Enrollment enrollment,
            @Nullable User user,
            @Nullable Instant askAgainAt) {
        return new EnrollmentRepresentation(
                organization,
                enrollment.userId(),
                user,
                enrollment.status(),
                enrollment.method(),
                enrollment.domain(),
                enrollment.createdAt().toEpochMilli(),
                enrollment.updatedAt().toEpochMilli(),
                enrollment.decidedBy(),
                askAgainAt == null ? null : askAgainAt.toEpochMilli());
    }
}
