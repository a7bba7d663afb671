package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has asked an organization for, and has not got.
 *
 * @param organization the organization that was asked
 * @param status {@code REQUESTED} or {@code DENIED}
 * @param domain the allowed domain that the request was made over; null where it is not known
 * @param since when it was made, or turned down
 * @param told whether a login's page has told the person that it was turned down
 */
public record MadeRequest(
        OrganizationRef organization,
        EnrollmentStatus status,
        @Nullable String domain,
        Instant since,
        boolean told) {}
