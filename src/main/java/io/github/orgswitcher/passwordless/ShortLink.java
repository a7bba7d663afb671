package io.github.orgswitcher.passwordless;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;

/**
 * What a mail has in place of a token, which is some hundred characters long: mail programs wrap such lines, and a link that is
 * cut leads nowhere. It is a random name for the token's claims, kept on all nodes under the name's hash. Whoever reads the store
 * has neither the name nor the realm's signature, without which claims are good for nothing.
 */
final class ShortLink {

    private static final String PREFIX = "org-switcher.email-sign-in.link.";
    private static final String CLAIMS = "claims";

    /** Of 62 letters and digits: 131 bits. */
    private static final int LENGTH = 22;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{" + LENGTH + "}");

    /** So that a link that has expired can say so. */
    private static final long AFTERWARDS_SECONDS = 3600;

    private final KeycloakSession session;

    ShortLink(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Keeps a token's claims.
     *
     * @param token a token of this realm's
     * @param seconds how long it can be used
     * @return the name to find them by
     */
    String keep(String token, long seconds) {
        String name = SecretGenerator.getInstance().randomString(LENGTH, SecretGenerator.ALPHANUM);
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
        session.singleUseObjects().put(key(name), seconds + AFTERWARDS_SECONDS, Map.of(CLAIMS, claims));
        return name;
    }

    /** Whether it could be a name. */
    static boolean isName(String key) {
        return NAME.matcher(key).matches();
    }

    /** The claims of that name; empty where there are none. */
    Optional<String> claims(String name) {
        return Optional.ofNullable(session.singleUseObjects().get(key(name))).map(kept -> kept.get(CLAIMS));
    }

    private String key(String name) {
        return PREFIX + session.getContext().getRealm().getId() + "." + HashUtils.sha256UrlEncodedHash(name, UTF_8);
    }
}
