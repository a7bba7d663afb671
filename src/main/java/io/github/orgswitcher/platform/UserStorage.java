package io.github.orgswitcher.platform;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.StorageUnavailableException;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProvider.EditMode;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.user.UserRegistrationProvider;

/**
 * One user storage provider of a realm, asked by itself.
 *
 * @param session the Keycloak session
 * @param realm the realm
 * @param model its component
 */
record UserStorage(KeycloakSession session, RealmModel realm, UserStorageProviderModel model) {

    private static final Logger LOG = Logger.getLogger(UserStorage.class);

    boolean isIn(EditMode mode) {
        return mode.name().equals(model.get(LDAPConstants.EDIT_MODE));
    }

    /**
     * Whether Keycloak makes new users in it. One that knows LDAP's modes does where it is told to
     * ({@code LDAPStorageProvider.synchronizeRegistrations}).
     *
     * @throws StorageUnavailableException when it cannot be asked
     */
    boolean takesRegistrations() {
        boolean told = model.get(LDAPConstants.EDIT_MODE) == null
                || isIn(EditMode.WRITABLE) && Boolean.parseBoolean(model.get(LDAPConstants.SYNC_REGISTRATIONS));
        return told && says(UserRegistrationProvider.class::isInstance);
    }

    /**
     * Asks it.
     *
     * @throws StorageUnavailableException when it does not answer
     */
    boolean says(Predicate<UserStorageProvider> question) {
        UserStorageProviderFactory<?> factory = (UserStorageProviderFactory<?>) session.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, model.getProviderId());
        if (factory == null) {
            // Keycloak cannot ask it either; see AbstractStorageManager.getStorageProviderInstance.
            throw new StorageUnavailableException("A user storage provider is not installed");
        }
        return answer(realm, () -> {
            UserStorageProvider provider = factory.create(session, model);
            try {
                return question.test(provider);
            } finally {
                provider.close();
            }
        });
    }

    /**
     * What a storage answers. It may be anybody's, and fail with whatever its own backend throws; so Keycloak, too, takes every
     * exception for silence where it asks one ({@code UserStorageManager.validateFederatedUser}).
     *
     * @throws StorageUnavailableException when it does not answer
     */
    static <T> T answer(RealmModel realm, Supplier<T> look) {
        return answer(realm, look, e -> false);
    }

    /** The same of a look-up that others answer, too, and whose exceptions are thrown on. */
    static <T> T answer(RealmModel realm, Supplier<T> look, Predicate<RuntimeException> others) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            if (others.test(e)) {
                throw e;
            }
            // What it says may quote an address, so nobody is told.
            LOG.warnf(
                    "Realm %s: a user storage provider does not answer (%s)",
                    realm.getName(), e.getClass().getName());
            throw new StorageUnavailableException("A user storage provider does not answer");
        }
    }
}
