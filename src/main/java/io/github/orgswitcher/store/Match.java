package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * An enabled organization that holds one of the domains asked for and lets people join.
 *
 * @param orgId the organization
 * @param alias its alias
 * @param name its name
 * @param domain the allowed domain that matched
 * @param status how the user stands to it; null where there is no enrollment
 */
public record Match(
        String orgId,
        String alias,
        String name,
        String domain,
        @Nullable EnrollmentStatus status) {}
