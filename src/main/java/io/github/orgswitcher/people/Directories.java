package io.github.orgswitcher.people;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.UserStorages;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The user storage providers of a realm, such as LDAP, each of which may know people whom Keycloak does not know yet. */
public final class Directories {

    private final RealmModel realm;
    private final UserStorages storages;

    /**
     * The providers of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public Directories(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.storages = new UserStorages(session, realm);
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
