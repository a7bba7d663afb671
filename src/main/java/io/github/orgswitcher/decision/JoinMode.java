package io.github.orgswitcher.decision;

/** What a match of the email domain gives a person, per organization, or for one of its allowed domains. */
public enum JoinMode {
    /** Nothing: the organization is not offered, or not over this domain. */
    DISABLED,
    /** An offer to join with one click. */
    SUGGEST,
    /** An offer to ask; someone who administers the organization decides. */
    REQUEST,
    /** Membership, with nothing to click. */
    AUTOMATIC
}
