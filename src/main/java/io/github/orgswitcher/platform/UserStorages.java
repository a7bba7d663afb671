package io.github.orgswitcher.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.ModelException;
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
import org.keycloak.storage.UserStorageProviderFactory;
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

    private static final Logger LOG = Logger.getLogger(UserStorages.class);

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
            UserModel user = beneathCache().getUserById(realm, userId);
            while (user instanceof UserModelDelegate delegate && !(user instanceof ReadOnlyUserModelDelegate)) {
                user = delegate.getDelegate();
            }
            return user != null
                    && !(user instanceof ReadOnlyUserModelDelegate)
                    && !(user instanceof AbstractUserAdapter)
                    && !(user instanceof InMemoryUserAdapter);
        } catch (StorageUnavailableException | ModelException e) {
            return false;
        }
    }

    /**
     * Asks each user storage provider that is enabled, and can look users up, by itself. Keycloak's own look-ups pass over one
     * that does not answer, as if it knew nobody ({@code UserStorageManager.tryResolveFederatedUser}).
     *
     * @param question the question
     * @return whether each says yes; one that does not answer says no
     */
    public boolean all(Predicate<UserLookupProvider> question) {
        return realm.getStorageProviders(UserStorageProvider.class)
                .map(UserStorageProviderModel::new)
                .filter(UserStorageProviderModel::isEnabled)
                .allMatch(model -> ask(model, question, true));
    }

    /**
     * Whether nothing is written in Keycloak of what a storage says of its users. Of one that does not know such modes as
     * LDAP's, it is not known.
     *
     * @param storageId the id of its component
     * @return whether it is LDAP's {@code READ_ONLY}
     */
    public boolean isReadOnly(String storageId) {
        return isIn(EditMode.READ_ONLY, storageId);
    }

    /**
     * Whether what is written in Keycloak of a storage's users stays beside the storage.
     *
     * @param storageId the id of its component
     * @return whether it is LDAP's {@code UNSYNCED}
     */
    public boolean isUnsynced(String storageId) {
        return isIn(EditMode.UNSYNCED, storageId);
    }

    private boolean isIn(EditMode mode, String storageId) {
        return model(storageId)
                .filter(model -> mode.name().equals(model.get(LDAPConstants.EDIT_MODE)))
                .isPresent();
    }

    /**
     * Asks one of them.
     *
     * @param storageId the id of its component
     * @param question the question
     * @return whether it says yes; one that does not answer, or cannot look anybody up, says no
     */
    public boolean one(String storageId, Predicate<UserLookupProvider> question) {
        return model(storageId).filter(model -> ask(model, question, false)).isPresent();
    }

    private Optional<UserStorageProviderModel> model(String storageId) {
        return Optional.ofNullable(realm.getComponent(storageId)).map(UserStorageProviderModel::new);
    }

    private boolean ask(UserStorageProviderModel model, Predicate<UserLookupProvider> question, boolean withoutLookUp) {
        UserStorageProviderFactory<?> factory = (UserStorageProviderFactory<?>) session.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, model.getProviderId());
        if (factory == null) {
            // Keycloak cannot ask it either; see AbstractStorageManager.getStorageProviderInstance.
            return false;
        }
        UserStorageProvider provider = factory.create(session, model);
        try {
            return provider instanceof UserLookupProvider lookUp ? question.test(lookUp) : withoutLookUp;
        } catch (StorageUnavailableException | ModelException e) {
            // What it says may quote an address.
            LOG.warnf("Realm %s: the user storage provider %s does not answer", realm.getName(), model.getName());
            return false;
        } finally {
            provider.close();
        }
    }
}
