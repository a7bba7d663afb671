package io.github.orgswitcher.decision;

/**
 * An organization by its names.
 *
 * @param id the id
 * @param alias the alias
 * @param name the name that people read
 */
public record OrganizationRef(String id, String alias, String name) {}
