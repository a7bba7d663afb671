package io.github.orgswitcher.passwordless;

import java.util.UUID;
import org.keycloak.authentication.actiontoken.DefaultActionToken;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The link of a sign-in mail: a Keycloak action token for one realm, client, login, address and mail. It has no user,
 * because there may be none yet; Keycloak's own end point for action tokens asks for one, so the link has its own.
 */
public final class SignInLink extends DefaultActionToken {

    static final String TYPE = "email-sign-in";

    /** For Jackson. */
    public SignInLink() {}

    private SignInLink(AuthenticationSessionModel authSession, SentMail mail) {
        super(null, TYPE, 0, UUID.fromString(mail.id()));
        exp(mail.expiresAt());
        setCompoundAuthenticationSessionId(
                AuthenticationSessionCompoundId.fromAuthSession(authSession).getEncodedId());
        setEmail(mail.address().text());
        issuedFor(authSession.getClient().getClientId());
    }

    /** The address for the mail, always at this server's own front end. */
    static String url(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession, SentMail mail) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(EmailLinkResourceProviderFactory.PROVIDER_ID)
                .queryParam(EmailLinkResource.KEY, key(session, realm, authSession, mail))
                .build(realm.getName())
                .toString();
    }

    /** The token alone. */
    static String key(
            KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession, SentMail mail) {
        return new SignInLink(authSession, mail)
                .serialize(session, realm, session.getContext().getUri());
    }

    String mailId() {
        return String.valueOf(getActionVerificationNonce());
    }

    AuthenticationSessionCompoundId login() {
        return AuthenticationSessionCompoundId.encoded(getCompoundAuthenticationSessionId());
    }
}
