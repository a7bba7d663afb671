package io.github.orgswitcher.store;

/** Who owns an allowed domain or a join mode; neither owner touches what is the other's. */
public enum Source {
    /** Written through REST, the Admin Console or a creator on the switcher. */
    API,
    /** Follows the organization's attributes. */
    ATTRIBUTE
}
