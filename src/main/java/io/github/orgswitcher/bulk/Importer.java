package io.github.orgswitcher.bulk;

import io.github.orgswitcher.store.AllowedDomain;
import java.util.List;

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
     * Records what they have done.
     *
     * @param domains allowed domains that the transaction adds; at least one
     */
    void added(List<AllowedDomain> domains);
}
