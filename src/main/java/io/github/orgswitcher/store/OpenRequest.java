package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OrganizationRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to join that nobody has decided.
 *
 * @param organization the organization that was asked
 * @param domain the allowed domain that it was made over; null where it is not known
 * @param since when it was made
 */
public record OpenRequest(
        OrganizationRef organization, @Nullable String domain, Instant since) {}
