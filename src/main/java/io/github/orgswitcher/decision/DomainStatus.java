package io.github.orgswitcher.decision;

/** Whether an allowed domain opens its organization, whoever comes. */
public enum DomainStatus {
    /** It does. */
    OPENS,
    /** The organization counts only domains that it has proven to own, and this one it has not. */
    NOT_VERIFIED,
    /** It opens once it is proven. */
    NEEDS_PROOF,
    /** Others have proven it, or a domain above it, and the organization has not. */
    PROVEN_BY_ANOTHER
}
