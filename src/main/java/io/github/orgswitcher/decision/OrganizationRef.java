package io.github.orgswitcher.decision;

import java.util.Comparator;

/**
 * An organization by its names.
 *
 * @param id the id
 * @param alias the alias
 * @param name the name that people read
 */
public record OrganizationRef(String id, String alias, String name) {

    /** Organizations in the order in which people look for them. */
    public static final Comparator<OrganizationRef> BY_NAME =
            Comparator.comparing(OrganizationRef::name, NaturalOrder.OF_NAMES).thenComparing(OrganizationRef::id);
}
