package io.github.orgswitcher.store;

/** What is forgotten of one realm when something of Keycloak's is gone. */
public interface CleanUp {

    /** Forgets the realm. */
    void removeRealm();

    /**
     * Forgets an organization.
     *
     * @param orgId the organization
     */
    void removeOrganization(String orgId);

    /**
     * Forgets a user.
     *
     * @param userId the user
     */
    void removeUser(String userId);

    /**
     * Forgets the users of a user storage provider that was removed with all of them.
     *
     * @param componentId the provider
     */
    void removeUsersOfStorage(String componentId);

    /**
     * Forgets users that are not there any more and of whose removal Keycloak has told nobody: it removes a user storage
     * provider's imported users with no event. Who of them has left organizations stays on record as the provider knows them.
     */
    void removeGoneUsers();
}
