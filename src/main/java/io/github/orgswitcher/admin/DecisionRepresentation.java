package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a request to join, as an admin event keeps it.
 *
 * @param userId who asked
 * @param status what became of it
 * @param method how the person became a member; null where they did not
 * @param domain the allowed domain it happened over; null where none was involved
 * @param decidedBy id of the user who decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionRepresentation(
        String userId,
        EnrollmentStatus status,
        @Nullable EnrollmentMethod method,
        @Nullable String domain,
        @Nullable String decidedBy) {

    static DecisionRepresentation of(Enrollment enrollment) {
        return new DecisionRepresentation(
                enrollment.userId(),
                enrollment.status(),
                enrollment.method(),
                enrollment.domain(),
                enrollment.decidedBy());
    }
}
