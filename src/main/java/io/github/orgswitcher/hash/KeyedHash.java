package io.github.orgswitcher.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Hashes what must not be stored: six digits, or an address, would be found at once from a hash without a secret. The key
 * is the realm's own for signing, which never leaves the server.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /**
     * Hashes with a key.
     *
     * @param key the key
     */
    public KeyedHash(SecretKey key) {
        this.key = key;
    }

    /**
     * Hashes with a realm's key.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @return hashes with the key that signs now
     */
    public static KeyedHash of(KeycloakSession session, RealmModel realm) {
        return new KeyedHash(
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey());
    }

    /**
     * Hashes with each key that the realm still knows, so that a new key does not make what was kept unknown.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @return hashes with the active and the passive keys
     */
    static Stream<KeyedHash> known(KeycloakSession session, RealmModel realm) {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.HS512)
                .map(KeyWrapper::getSecretKey)
                .map(KeyedHash::new);
    }

    /**
     * The hash of a text for one purpose.
     *
     * @param purpose keeps equal texts of different purposes apart
     * @param text what to hash
     * @return URL-safe text
     */
    public String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * Compares in a time that does not depend on where the hashes differ.
     *
     * @param hash the hash
     * @param purpose what it was made for
     * @param text a text
     * @return whether it is that text's
     */
    public boolean matches(String hash, String purpose, String text) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), of(purpose, text).getBytes(US_ASCII));
    }
}
