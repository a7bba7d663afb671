package io.github.orgswitcher.store;

/**
 * The names of an organization.
 *
 * @param id the id
 * @param alias the alias
 * @param name the name that people read
 */
public record OrganizationRef(String id, String alias, String name) {}
