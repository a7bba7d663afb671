package io.github.orgswitcher.store;

/**
 * Whom a user storage knows by a lasting id of its own. An account that is imported anew has another id in Keycloak.
 *
 * @param storageId the user storage provider's component
 * @param hash a hash of the id that the storage has for the person
 */
public record DirectoryEntry(String storageId, String hash) {}
