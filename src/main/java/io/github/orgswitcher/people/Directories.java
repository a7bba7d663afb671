package io.github.orgswitcher.people;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.UserStorages;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.StorageUnavailableException;

/** The user storage providers of a realm, such as LDAP, each of which may know people whom Keycloak does not know yet. */
public final class Directories {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserStorages storages;

    /**
     * The providers of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public Directories(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.storages = new UserStorages(session, realm);
    }

    /**
     * Someone whom a storage provider keeps to itself. A list is of use without the name, too.
     *
     * @param userId any user's id
     * @return the user; empty for one of Keycloak's own storage, and while the other does not answer
     */
    public Optional<UserModel> elsewhere(String userId) {
        if (StorageId.isLocalStorage(userId)) {
            return Optional.empty();
        }
        try {
            return storages.answer(() -> Optional.ofNullable(session.users().getUserById(realm, userId)));
        } catch (StorageUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether each provider that is enabled says that it knows nobody with an address.
     *
     * @param address the address, which Keycloak's look-up has not found
     * @return false also while one does not answer
     */
    public boolean knowNobody(EmailAddress address) {
        return storages.all(provider ->
                address.spellings().stream().allMatch(spelling -> provider.getUserByEmail(realm, spelling) == null));
    }
}
