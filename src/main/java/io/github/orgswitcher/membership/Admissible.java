package io.github.orgswitcher.membership;

import io.github.orgswitcher.platform.PresentUsers;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.People;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Whether Keycloak can keep a membership of a person. Of everyone in its own storage it can, which is where a directory's
 * people are imported to. Of others it depends on what their user storage provider makes of them.
 */
final class Admissible {

    private Admissible() {}

    /** Answers no while the person's storage does not answer. */
    static boolean is(KeycloakSession session, UserModel user) {
        return !PresentUsers.of(session).isSilent(user.getId()) && isKept(session, user);
    }

    private static boolean isKept(KeycloakSession session, UserModel user) {
        return StorageId.isLocalStorage(user.getId())
                || user.getId().length() <= People.MAX_USER_ID
                        && new UserStorages(session, session.getContext().getRealm()).isWritable(user.getId());
    }
}
