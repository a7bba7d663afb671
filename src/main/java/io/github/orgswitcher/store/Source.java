package io.github.orgswitcher.store;

/** Who owns an allowed domain's row; neither owner touches the other's rows. */
public enum Source {
    /** Written through REST, the Admin Console or a creator on the switcher. */
    API,
    /** Follows the organization attribute {@code org-switcher.allowed-domains}. */
    ATTRIBUTE
}
