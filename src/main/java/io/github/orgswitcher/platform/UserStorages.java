package io.github.orgswitcher.platform;

import io.github.orgswitcher.platform.table.FailedWrite;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.DatastoreProvider;
import org.keycloak.storage.StorageUnavailableException;
import org.keycloak.storage.StoreManagers;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProvider.EditMode;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.adapter.AbstractUserAdapter;
import org.keycloak.storage.adapter.InMemoryUserAdapter;
import org.keycloak.storage.user.UserLookupProvider;

/**
 * Where the users of a realm are kept: Keycloak's own storage, and the user storage providers beside it, such as LDAP.
 *
 * @param session the Keycloak session
 * @param realm the realm
 */
public record UserStorages(KeycloakSession session, RealmModel realm) {

    /**
     * The realms that have user storage providers.
     *
     * @param session a Keycloak session
     * @return their ids
     */
    public static List<String> realmsWithProviders(KeycloakSession session) {
        return session.realms()
                .getRealmsWithProviderTypeStream(UserStorageProvider.class)
                .map(RealmModel::getId)
                .toList();
    }

    /**
     * Whether a user was imported from a storage that does not answer. Keycloak takes such a one for disabled.
     *
     * @param user the user
     * @return whether it is such a one
     */
    public static boolean isOutOfReach(UserModel user) {
        return user instanceof StorageUnavailableUserModelDelegate;
    }

    /**
     * The users of all storages, as those have them at this moment.
     *
     * @return what lies beneath Keycloak's cache
     */
    public UserProvider beneathCache() {
        return stores().userStorageManager();
    }

    /**
     * The users of Keycloak's own storage alone, as it has them at this moment. Nobody is imported by a look.
     *
     * @return what lies beneath Keycloak's cache
     */
    public UserProvider own() {
        return stores().userLocalStorage();
    }

    private StoreManagers stores() {
        return (StoreManagers) session.getProvider(DatastoreProvider.class);
    }

    /**
     * Whether Keycloak can keep anything of a user of a user storage provider. LDAP without import makes users that nothing can
     * be written to ({@code LDAPStorageProvider.proxy}), which the cache wraps into such as seem to be writable.
     *
     * @param userId the user
     * @return false also for one who is gone, and while the provider does not answer
     */
    public boolean isWritable(String userId) {
        try {
            UserModel user = answer(() -> Optional.ofNullable(beneathCache().getUserById(realm, userId)))
                    .orElse(null);
            while (user instanceof UserModelDelegate delegate && !(user instanceof ReadOnlyUserModelDelegate)) {
                user = delegate.getDelegate();
            }
            return user != null
                    && !(user instanceof ReadOnlyUserModelDelegate)
                    && !(user instanceof AbstractUserAdapter)
                    && !(user instanceof InMemoryUserAdapter);
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    /**
     * A user as the cache, or the user's own storage, has it.
     *
     * @param userId any user's id
     * @return the user; empty for none
     * @throws StorageUnavailableException when the user's storage does not answer, and Keycloak has nobody in the place of the user
     */
    public Optional<UserModel> user(String userId) {
        return answer(() -> Optional.ofNullable(session.users().getUserById(realm, userId)), FailedWrite::isOfDatabase);
    }

    /**
     * A user as the user's own storage says, or has said a moment ago.
     *
     * @param userId any user's id
     * @return the user; empty for none
     * @throws StorageUnavailableException when the user's storage does not answer
     */
    public Optional<UserModel> reach(String userId) {
        Optional<UserModel> user = user(userId);
        if (user.filter(UserStorages::isOutOfReach).isPresent()) {
            throw new StorageUnavailableException("A user storage provider does not answer");
        }
        return user;
    }

    /**
     * What a user storage provider answers that is asked through Keycloak's own look-ups.
     *
     * @param look the look-up, which asks nothing else
     * @param <T> what it finds
     * @return what it has found
     * @throws StorageUnavailableException when the provider does not answer, whatever it throws
     */
    public <T> T answer(Supplier<T> look) {
        return UserStorage.answer(realm, look);
    }

    /**
     * The same of a look-up that others answer, too.
     *
     * @param look the look-up
     * @param others which exceptions are theirs, and thrown on
     * @param <T> what it finds
     * @return what it has found
     * @throws StorageUnavailableException when the provider does not answer, whatever else it throws
     */
    public <T> T answer(Supplier<T> look, Predicate<RuntimeException> others) {
        return UserStorage.answer(realm, look, others);
    }

    /**
     * Asks each user storage provider that is enabled, and can look users up, by itself. Keycloak's own look-ups pass over one
     * that does not answer, as if it knew nobody ({@code UserStorageManager.tryResolveFederatedUser}).
     *
     * @param question the question
     * @return whether each says yes; one that does not answer says no
     */
    public boolean all(Predicate<UserLookupProvider> question) {
        try {
            return realm.getStorageProviders(UserStorageProvider.class)
                    .map(UserStorageProviderModel::new)
                    .filter(UserStorageProviderModel::isEnabled)
                    .map(this::storage)
                    .allMatch(storage -> storage.says(
                            provider -> !(provider instanceof UserLookupProvider lookUp) || question.test(lookUp)));
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    /**
     * Whether nothing is written in Keycloak of what a storage says of its users. Of one that does not know such modes as
     * LDAP's, it is not known.
     *
     * @param storageId the id of its component
     * @return whether it is LDAP's {@code READ_ONLY}
     */
    public boolean isReadOnly(String storageId) {
        return find(storageId)
                .filter(storage -> storage.isIn(EditMode.READ_ONLY))
                .isPresent();
    }

    /**
     * Whether what is written in Keycloak of a storage's users stays beside the storage.
     *
     * @param storageId the id of its component
     * @return whether it is LDAP's {@code UNSYNCED}
     */
    public boolean isUnsynced(String storageId) {
        return find(storageId)
                .filter(storage -> storage.isIn(EditMode.UNSYNCED))
                .isPresent();
    }

    /**
     * Whether Keycloak makes the realm's new users in a storage, whoever they are.
     *
     * @param storageId the id of its component
     * @return whether it does, as LDAP with <i>Sync Registrations</i>
     * @throws StorageUnavailableException when that cannot be told
     */
    public boolean takesRegistrations(String storageId) {
        return find(storageId).filter(UserStorage::takesRegistrations).isPresent();
    }

    /**
     * Asks one of them.
     *
     * @param storageId the id of its component
     * @param question the question
     * @return whether it says yes; one that cannot look anybody up says no
     * @throws StorageUnavailableException when it does not answer
     */
    public boolean one(String storageId, Predicate<UserLookupProvider> question) {
        return find(storageId)
                .filter(storage -> storage.says(
                        provider -> provider instanceof UserLookupProvider lookUp && question.test(lookUp)))
                .isPresent();
    }

    private Optional<UserStorage> find(String storageId) {
        return Optional.ofNullable(realm.getComponent(storageId))
                .map(UserStorageProviderModel::new)
                .map(this::storage);
    }

    private UserStorage storage(UserStorageProviderModel model) {
        return new UserStorage(session, realm, model);
    }
}
