package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * An organization that the person may join now, or ask to.
 *
 * @param orgId its id
 * @param alias its alias
 * @param name its name
 * @param domain the allowed domain that matched
 * @param action what the person may do
 * @param dismissed whether the person saw it before and chose something else, or left it
 * @param proven whether the organization has proven the person's email domain, or one above it
 * @param maker who has created the organization on the page; null where nobody has, and where it does not matter
 */
public record Offer(
        String orgId,
        String alias,
        String name,
        String domain,
        Action action,
        boolean dismissed,
        boolean proven,
        @Nullable Maker maker) {

    /**
     * The organization by its names.
     *
     * @return its names
     */
    public OrganizationRef organization() {
        return new OrganizationRef(orgId, alias, name);
    }

    /** What the person may do. */
    public enum Action {
        /** Join. */
        JOIN,
        /** Ask to join. */
        REQUEST
    }
}
