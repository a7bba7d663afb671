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
}
