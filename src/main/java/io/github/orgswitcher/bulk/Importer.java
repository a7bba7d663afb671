package io.github.orgswitcher.bulk;

/** The administrator who imports, within one transaction. */
public interface Importer {

    /** What they may do with an organization. */
    enum Right {
        /** Not even know of it. */
        NONE,
        /** Read it. */
        VIEW,
        /** Change it. */
        MANAGE
    }

    /**
     * Their right.
     *
     * @param orgId an organization of the realm
     * @return what they may do
     */
    Right right(String orgId);

    /**
     * Whether an organization has a group that joining may lead into.
     *
     * @param orgId an organization of the realm
     * @param reference the group's id, or its path with a leading slash
     * @return whether it has
     */
    boolean hasGroup(String orgId, String reference);
}
