package io.github.orgswitcher.store;

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
