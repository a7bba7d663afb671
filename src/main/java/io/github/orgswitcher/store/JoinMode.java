package io.github.orgswitcher.store;

/** What a match of the email domain gives a person, per organization. */
public enum JoinMode {
    /** Nothing: the organization is not offered. */
    DISABLED,
    /** An offer to join with one click. */
    SUGGEST
}
