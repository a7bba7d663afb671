package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.Set;

/** Who of the people of user storages has left which organization, whatever becomes of the imported accounts. */
public interface DirectoryLeavers {

    /**
     * Whether somebody has left.
     *
     * @param orgId the organization
     * @param entry the person
     * @return whether it is on record
     */
    boolean has(String orgId, DirectoryEntry entry);

    /**
     * Who of some people has left, with one statement.
     *
     * @param orgId the organization
     * @param entries the people, some hundred at most
     * @return those of whom it is on record
     */
    Set<DirectoryEntry> among(String orgId, Collection<DirectoryEntry> entries);

    /**
     * Records that somebody has left.
     *
     * @param orgId the organization
     * @param entry the person
     */
    void save(String orgId, DirectoryEntry entry);

    /**
     * Forgets it.
     *
     * @param orgId the organization
     * @param entry the person
     */
    void remove(String orgId, DirectoryEntry entry);
}
