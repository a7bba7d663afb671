package io.github.orgswitcher.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an organization has turned down a person who asked to join.
 *
 * @param organization the organization
 * @param at when it was decided
 * @param askAgainAt from when on the person may ask again; null for not before the denial is taken back
 * @param told whether a login's page has told the person
 */
public record Denial(
        OrganizationRef organization, Instant at, @Nullable Instant askAgainAt, boolean told) {

    /**
     * Whether it keeps the person from asking.
     *
     * @param now the time
     * @return whether it has not come to its end
     */
    public boolean stands(Instant now) {
        return askAgainAt == null || now.isBefore(askAgainAt);
    }
}
