package io.github.orgswitcher.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.EnrolledPerson.Person;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Who has come to an organization, or wants to, as JSON for one who manages it.
 *
 * @param userId the person
 * @param email the email address; absent where there is none, or the person is gone
 * @param username the user name; absent where the address says who it is
 * @param firstName the first name; absent where there is none
 * @param lastName the last name; absent where there is none
 * @param status how the person stands
 * @param method how the person became a member; absent where the person is none
 * @param domain the allowed domain it happened over; absent where none was involved
 * @param updatedAt since when, in milliseconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManagedPersonRepresentation(
        String userId,
        @Nullable String email,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        EnrollmentStatus status,
        @Nullable EnrollmentMethod method,
        @Nullable String domain,
        long updatedAt) {

    static ManagedPersonRepresentation of(EnrolledPerson enrolled) {
        Enrollment enrollment = enrolled.enrollment();
        Person person = enrolled.person();
        return new ManagedPersonRepresentation(
                enrollment.userId(),
                person == null ? null : person.email(),
                person == null || person.email() != null ? null : person.username(),
                person == null ? null : person.firstName(),
                person == null ? null : person.lastName(),
                enrollment.status(),
                enrollment.method(),
                enrollment.domain(),
                enrollment.updatedAt().toEpochMilli());
    }
}
