package io.github.orgswitcher.people;

import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** The users whose addresses are a directory's word, such as LDAP's. */
public final class DirectoryUsers {

    private DirectoryUsers() {}

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
