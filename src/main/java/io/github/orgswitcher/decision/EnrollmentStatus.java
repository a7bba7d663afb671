package io.github.orgswitcher.decision;

/** How a person stands to an organization. */
public enum EnrollmentStatus {
    /** The organization was on offer and something else was chosen. */
    DISMISSED,
    /** The person asked to join. */
    REQUESTED,
    /** The request was turned down. */
    DENIED,
    /** The person is a member. */
    JOINED,
    /** The person was a member. */
    LEFT
}
