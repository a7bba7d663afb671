package io.github.orgswitcher.platform;

import io.github.orgswitcher.platform.table.FailedWrite;
import io.github.orgswitcher.platform.table.UserRows;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StorageUnavailableException;
import org.keycloak.storage.UserStorageProvider;

/**
 * Whom a transaction is about to write or to judge by, asked for before it holds anything that others wait for. A user storage
 * may be slow to answer; and whom it no longer has, Keycloak removes in a transaction of its own inside of the one that asks
 * ({@code UserStorageManager.deleteInvalidUser}), for which that would wait in vain. LDAP is asked for a user once a session
 * ({@code LDAPStorageUserManager}), so that it is not asked again under a lock.
 */
public final class PresentUsers {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Set<String> present = new HashSet<>();
    private final Set<String> silent = new HashSet<>();

    private PresentUsers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Those of a session.
     *
     * @param session the session, with the realm in its context
     * @return whom it has asked for
     */
    public static PresentUsers of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        String key = PresentUsers.class.getName() + '/' + realm.getId();
        PresentUsers known = session.getAttribute(key, PresentUsers.class);
        if (known == null) {
            known = new PresentUsers(session, realm);
            session.setAttribute(key, known);
        }
        return known;
    }

    /**
     * Asks for users, where the realm has a storage beside Keycloak's own.
     *
     * @param userIds their ids
     */
    public void ask(Collection<String> userIds) {
        if (realm.getStorageProviders(UserStorageProvider.class).findAny().isPresent()) {
            userIds.forEach(this::ask);
        }
    }

    private void ask(String userId) {
        if (find(userId).filter(user -> !UserStorages.isOutOfReach(user)).isPresent()) {
            present.add(userId);
        } else if (StorageId.isLocalStorage(userId)) {
            UserRows.of(session).letGo(userId);
        }
    }

    private Optional<UserModel> find(String userId) {
        UserStorages storages = new UserStorages(session, realm);
        try {
            Optional<UserModel> found = storages.answer(
                    () -> Optional.ofNullable(storages.beneathCache().getUserById(realm, userId)),
                    FailedWrite::isOfDatabase);
            found.filter(UserStorages::isOutOfReach).ifPresent(user -> silent.add(userId));
            return found;
        } catch (StorageUnavailableException e) {
            silent.add(userId);
            return Optional.empty();
        }
    }

    /** Reads in Keycloak's own storage again what may have changed while others were waited for. */
    public void readAgain() {
        present.stream().filter(StorageId::isLocalStorage).sorted().forEach(UserRows.of(session)::readAgain);
    }

    /**
     * Whether a user's storage has not answered; nothing can be written to the user, and to ask it again would take as long.
     *
     * @param userId the user
     * @return whether it is so
     */
    public boolean isSilent(String userId) {
        return silent.contains(userId);
    }

    /**
     * Demands that a user's storage has answered.
     *
     * @param userId the user
     * @throws StorageUnavailableException where it has not
     */
    public void require(String userId) {
        if (isSilent(userId)) {
            throw new StorageUnavailableException("A user storage provider does not answer");
        }
    }
}
