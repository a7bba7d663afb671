package io.github.orgswitcher.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.orgswitcher.domain.EmailAddress;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The one form in which it is kept which email address was proven, vouched for or lost. */
public final class AddressHash {

    private static final String PURPOSE = "address on record";
    private static final String MARK = "key of addresses on record";
    private static final int MARK_LENGTH = 8;

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
     * The hash to keep of an address. It begins with a mark of the key that it was made with.
     *
     * @param address the address
     * @return at most 64 characters
     */
    public String of(EmailAddress address) {
        return of(KeyedHash.of(session, realm), address);
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
                && KeyedHash.known(session, realm)
                        .anyMatch(key -> MessageDigest.isEqual(
                                kept.getBytes(US_ASCII), of(key, address).getBytes(US_ASCII)));
    }

    /**
     * Whether the realm still has the key that a hash was made with. Of one that it has given up nobody can tell whose it is.
     *
     * @param kept the hash; null where none is kept
     * @return whether it would match its address
     */
    public boolean isLegible(@Nullable String kept) {
        return kept != null
                && KeyedHash.known(session, realm).map(AddressHash::mark).anyMatch(kept::startsWith);
    }

    private static String of(KeyedHash key, EmailAddress address) {
        return mark(key) + key.of(PURPOSE, address.text());
    }

    private static String mark(KeyedHash key) {
        return key.of(MARK, "").substring(0, MARK_LENGTH) + '.';
    }
}
