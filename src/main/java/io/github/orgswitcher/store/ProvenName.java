package io.github.orgswitcher.store;

/**
 * A domain name that somebody has proven.
 *
 * @param name the name, without the {@code *.} of a wildcard
 * @param own whether the organization that was asked for has
 * @param another whether another organization has
 */
public record ProvenName(String name, boolean own, boolean another) {}
