package io.github.orgswitcher.people;

import io.github.orgswitcher.store.DirectoryEntry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** The users of a directory, such as LDAP's. */
public final class DirectoryUsers {

    /** Where Keycloak keeps the lasting id that an LDAP directory has for a user whom it has imported. */
    public static final String ENTRY_ID = "LDAP_ID";

    private DirectoryUsers() {}

    /**
     * Whom a directory knows an imported user for.
     *
     * @param user the user
     * @return the directory's own record; empty for a user who was not imported from LDAP
     */
    public static Optional<DirectoryEntry> entry(UserModel user) {
        String storage = user.getFederationLink();
        String id = user.getFirstAttribute(ENTRY_ID);
        return storage == null || id == null ? Optional.empty() : Optional.of(entry(storage, id));
    }

    /**
     * Whom a directory knows an imported user for.
     *
     * @param storage the directory, which is the id of the user storage provider's component
     * @param id the account's attribute {@link #ENTRY_ID}
     * @return the directory's own record
     */
    public static DirectoryEntry entry(String storage, String id) {
        return new DirectoryEntry(storage, HashUtils.sha256UrlEncodedHash(id, StandardCharsets.UTF_8));
    }

    /**
     * The user storage that has a user.
     *
     * @param user one of them
     * @return the id of the storage provider's component
     */
    public static String storage(UserModel user) {
        String imported = user.getFederationLink();
        return imported == null ? StorageId.providerId(user.getId()) : imported;
    }

    /**
     * Whether a user is one of them.
     *
     * @param user the user
     * @return whether a user storage has the user, or Keycloak has imported the user from one
     */
    public static boolean has(UserModel user) {
        return !StorageId.isLocalStorage(user.getId()) || user.isFederated();
    }
}
