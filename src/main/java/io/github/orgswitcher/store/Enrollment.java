package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one record of how a user and an organization came together, or did not.
 *
 * @param orgId the organization
 * @param userId the user
 * @param status how they stand now
 * @param method how the user became a member; null where they never did
 * @param domain the allowed domain it happened over; null where none was involved
 * @param createdAt when the record began
 * @param updatedAt when it last changed
 * @param decidedBy id of the user who decided; null where nobody had to
 */
public record Enrollment(
        String orgId,
        String userId,
        EnrollmentStatus status,
        @Nullable EnrollmentMethod method,
        @Nullable String domain,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String decidedBy) {

    /**
     * A record that begins now.
     *
     * @param orgId the organization
     * @param userId the user
     * @param status how they stand
     * @param method how the user became a member, or null
     * @param domain the allowed domain it happened over, or null
     * @param now the time
     * @return the record
     */
    public static Enrollment of(
            String orgId,
            String userId,
            EnrollmentStatus status,
            @Nullable EnrollmentMethod method,
            @Nullable String domain,
            Instant now) {
        return new Enrollment(orgId, userId, status, method, domain, now, now, null);
    }

    /**
     * The same record once somebody has decided.
     *
     * @param decision how they stand now
     * @param by how the user became a member, or null
     * @param now the time
     * @param decider id of the user who decided
     * @return the record
     */
    public Enrollment decided(EnrollmentStatus decision, @Nullable EnrollmentMethod by, Instant now, String decider) {
        return new Enrollment(orgId, userId, decision, by, domain, createdAt, now, decider);
    }
}
