package io.github.orgswitcher.platform.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.DefaultActionToken;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The base of a link that a realm signs: one of Keycloak's action tokens, for one client, login and purpose, and for no user.
 * Its fields are written as JSON, by Jackson.
 */
public abstract class ActionLink extends DefaultActionToken {

    /** For Jackson. */
    protected ActionLink() {}

    /**
     * A link for a login.
     *
     * @param authSession the login
     * @param type what the link is for
     * @param nonce what tells it from others
     * @param expiresAt when it ends, in seconds
     */
    protected ActionLink(AuthenticationSessionModel authSession, String type, UUID nonce, long expiresAt) {
        super(null, type, 0, nonce);
        exp(expiresAt);
        setCompoundAuthenticationSessionId(
                AuthenticationSessionCompoundId.fromAuthSession(authSession).getEncodedId());
        issuedFor(authSession.getClient().getClientId());
    }

    /**
     * Reads a token. That the link goes on to be of use is for the caller to check.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param token the token; null where there is none
     * @param kind the class of the link
     * @param type what the link is for
     * @param <T> the class of the link
     * @return the link; empty where the realm has not signed it, it is for something else, or it lacks its login
     */
    public static <T extends ActionLink> Optional<T> read(
            KeycloakSession session, @Nullable String token, Class<T> kind, String type) {
        return Optional.ofNullable(session.tokens().decode(token, kind)).filter(link -> isOf(session, link, type));
    }

    /**
     * Reads the claims of a token that this server has kept, where nobody else can have put them.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param claims the claims, as the realm has signed them
     * @param kind the class of the link
     * @param type what the link is for
     * @param <T> the class of the link
     * @return the link; empty where it is another realm's, or for something else, or lacks its login
     */
    protected static <T extends ActionLink> Optional<T> kept(
            KeycloakSession session, String claims, Class<T> kind, String type) {
        try {
            return Optional.of(JsonSerialization.readValue(claims, kind)).filter(link -> isOf(session, link, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(KeycloakSession session, ActionLink link, String type) {
        KeycloakContext context = session.getContext();
        String issuer = Urls.realmIssuer(
                context.getUri().getBaseUri(), context.getRealm().getName());
        return type.equals(link.getType())
                && Objects.equals(issuer, link.getIssuer())
                && link.getActionVerificationNonce() != null
                && link.getCompoundAuthenticationSessionId() != null;
    }

    /**
     * Signs the link.
     *
     * @param session the Keycloak session, with the realm in its context
     * @return the token
     */
    public String signed(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        return serialize(session, context.getRealm(), context.getUri());
    }

    /**
     * The login that the link is for.
     *
     * @return its id
     */
    public AuthenticationSessionCompoundId login() {
        return AuthenticationSessionCompoundId.encoded(getCompoundAuthenticationSessionId());
    }
}
