package io.github.orgswitcher.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain pattern whose email holders an organization lets in.
 *
 * @param orgId the organization
 * @param domain the pattern: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns the row
 * @param verification whether the organization has proven that it owns the domain
 * @param createdAt when it was added
 * @param createdBy id of the user who added it; null where no user did, such as a realm import
 */
public record AllowedDomain(
        String orgId,
        String domain,
        Source source,
        Verification verification,
        Instant createdAt,
        @Nullable String createdBy) {}
