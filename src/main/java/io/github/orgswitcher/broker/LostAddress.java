package io.github.orgswitcher.broker;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.store.PersonRecord.SetAside;
import io.github.orgswitcher.store.RealmStore;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * An address that an account has lost to its owner, and that a provider goes on naming. With sync mode FORCE Keycloak would
 * write it at each login: which fails while the owner has it or, where addresses may be double, locks the owner out.
 */
final class LostAddress {

    private final KeycloakSession session;
    private final RealmModel realm;

    LostAddress(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a provider names an address that the account which it is linked to has lost. */
    boolean isNamedBy(BrokeredIdentityContext identity) {
        return EmailAddress.typed(identity.getEmail())
                .filter(address -> LinkedAccounts.of(session, realm, identity).anyMatch(user -> hasLost(user, address)))
                .isPresent();
    }

    private boolean hasLost(UserModel user, EmailAddress address) {
        SetAside setAside =
                RealmStore.of(session, realm).people().find(user.getId()).setAside();
        return setAside != null && AddressHash.of(session, realm).matches(setAside.addressHash(), address);
    }
}
