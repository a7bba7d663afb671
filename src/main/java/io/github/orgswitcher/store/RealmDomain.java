package io.github.orgswitcher.store;

/**
 * An allowed domain of any realm.
 *
 * @param realmId the realm
 * @param domain the domain
 */
public record RealmDomain(String realmId, AllowedDomain domain) {}
