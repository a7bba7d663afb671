package io.github.orgswitcher.hash;

import io.github.orgswitcher.domain.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The one form in which it is kept which email address was proven, vouched for or lost. */
public final class AddressHash {

    private static final String PURPOSE = "address on record";

    private final KeycloakSession session;
    private final RealmModel realm;

    private AddressHash(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Hashes of one realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @return what makes and knows them
     */
    public static AddressHash of(KeycloakSession session, RealmModel realm) {
        return new AddressHash(session, realm);
    }

    /**
     * The hash to keep of an address.
     *
     * @param address the address
     * @return at most 64 characters
     */
    public String of(EmailAddress address) {
        return KeyedHash.of(session, realm).of(PURPOSE, address.text());
    }

    /**
     * Whether a kept hash is an address's.
     *
     * @param kept the hash; null where none is kept
     * @param address the address
     * @return whether it is; false too where the realm has given up the key of that time
     */
    public boolean matches(@Nullable String kept, EmailAddress address) {
        return kept != null
                && KeyedHash.known(session, realm).anyMatch(hash -> hash.matches(kept, PURPOSE, address.text()));
    }
}
