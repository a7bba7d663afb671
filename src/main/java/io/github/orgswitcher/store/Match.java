package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * An organization that holds one of the domains asked for.
 *
 * @param orgId the organization
 * @param alias its alias
 * @param name its name
 * @param enabled whether it is enabled
 * @param domain the allowed domain that matched
 * @param verification whether the organization has proven that it owns the domain
 * @param policy what the match gives, and to whom
 * @param members how many members the organization has; 0 where its policy sets no limit
 * @param status how the user stands to it; null where there is no enrollment
 */
public record Match(
        String orgId,
        String alias,
        String name,
        boolean enabled,
        String domain,
        Verification verification,
        JoinPolicy policy,
        long members,
        @Nullable EnrollmentStatus status) {}
