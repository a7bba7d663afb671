package io.github.orgswitcher.passwordless;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Hashes what must not be stored: six digits, or an address, would be found at once from a hash without a secret. The key
 * is the realm's own for signing, which never leaves the server.
 */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    KeyedHash(SecretKey key) {
        this.key = key;
    }

    static KeyedHash of(KeycloakSession session, RealmModel realm) {
        return new KeyedHash(
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey());
    }

    /**
     * The hash of a text for one purpose.
     *
     * @param purpose keeps equal texts of different purposes apart
     * @param text what to hash
     * @return URL-safe text
     */
    String of(String purpose, String text) {
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

    /** Compares in a time that does not depend on where the hashes differ. */
    boolean matches(String hash, String purpose, String text) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), of(purpose, text).getBytes(US_ASCII));
    }
}
