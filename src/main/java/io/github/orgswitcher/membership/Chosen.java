package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A choice that has been carried out.
 *
 * @param outcome what happened
 * @param orgId the organization the login goes on with; null for none
 * @param alias its alias; null for none. It comes from the transaction that has made the choice: what that transaction has
 *     made need not be there yet for who looks from outside
 * @param domain the allowed domain that opened it; null where none did
 */
public record Chosen(
        Outcome outcome,
        @Nullable String orgId,
        @Nullable String alias,
        @Nullable String domain) {

    /** What happened. */
    public enum Outcome {
        /** Went on with an organization the person belongs to. */
        CONTINUED,
        /** Joined an organization. */
        JOINED,
        /** Accepted an invitation of an organization. */
        ACCEPTED,
        /** Declined an invitation of an organization; the login does not go on with it. */
        DECLINED,
        /** Was joined to an organization at login. */
        JOINED_AUTOMATICALLY,
        /** Asked to join an organization; the login does not go on with it. */
        REQUESTED,
        /** Created an organization. */
        CREATED,
        /** Left an organization. */
        LEFT,
        /** Took a request to join back. */
        WITHDRAWN,
        /** Went on with none. */
        SKIPPED
    }

    static Chosen continued(OrganizationRef membership) {
        return new Chosen(Outcome.CONTINUED, membership.id(), membership.alias(), null);
    }

    /**
     * The choice that the session remembers.
     *
     * @return the choice
     */
    public Choice choice() {
        return new Choice(orgId);
    }
}
