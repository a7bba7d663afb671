package io.github.orgswitcher.store;

/** Whether the organization has proven that it owns an allowed domain. */
public enum Verification {
    /** Proof was never asked for. */
    NONE,
    /** Proof was asked for and not seen yet. */
    PENDING,
    /** Proof was seen. */
    VERIFIED,
    /** Proof was seen once and is gone. */
    LAPSED
}
