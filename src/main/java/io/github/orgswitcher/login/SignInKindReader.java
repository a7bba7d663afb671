package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.passwordless.AcceptedPassword;
import io.github.orgswitcher.passwordless.EmailProof;
import io.github.orgswitcher.platform.LinkedProviders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Tells how the person signed in, from what Keycloak itself notes of a login: the identity provider, or else the
 * credentials that its authenticators have accepted, or a proven email address. A login with no such proof of its own, by the session's cookie or
 * with a second factor added to it, is of the session's kind. The latest proof counts: who signs in again by password in
 * a social session goes on as {@link SignInKind#PASSWORD}.
 */
final class SignInKindReader {

    /** The user session note with the kind of the latest proof in the session. */
    static final String SESSION_NOTE = "org-switcher.sign-in-kind";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;

    SignInKindReader(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
    }

    SignInKind read() {
        return proven().or(this::ofTheSession).orElse(SignInKind.PASSWORD);
    }

    /** Notes the proof of this login for the session's next clients, which come with none. */
    void remember() {
        proven().ifPresent(kind -> authSession.setUserSessionNote(SESSION_NOTE, kind.name()));
    }

    /** With a password a passkey is no more than the second factor. */
    private Optional<SignInKind> proven() {
        String provider = identityProvider();
        if (provider != null) {
            return Optional.of(ofProvider(provider));
        }
        List<String> credentials = AuthenticatorUtil.getAuthnCredentials(authSession);
        if (AcceptedPassword.isIn(authSession)) {
            return Optional.of(SignInKind.PASSWORD);
        }
        return credentials.contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS) || EmailProof.isIn(authSession)
                ? Optional.of(SignInKind.PASSWORDLESS)
                : Optional.empty();
    }

    /** In a post-broker-login flow Keycloak has not yet noted the provider for the session; afterwards it has. */
    private @Nullable String identityProvider() {
        SerializedBrokeredIdentityContext brokered = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                authSession, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);
        return brokered != null
                ? brokered.getIdentityProviderId()
                : authSession.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
    }

    private SignInKind ofProvider(String alias) {
        return new LinkedProviders(session).kindOf(alias, authSession.getAuthenticatedUser());
    }

    /** Where Keycloak asked for a whole new login, the session's earlier proof says nothing about it. */
    private Optional<SignInKind> ofTheSession() {
        if (AuthenticatorUtil.isForcedReauthentication(authSession)) {
            return Optional.empty();
        }
        UserSessionModel userSession = new AuthenticationSessionManager(session).getUserSession(authSession);
        if (userSession == null || !AuthenticationManager.isSessionValid(authSession.getRealm(), userSession)) {
            return Optional.empty();
        }
        return Optional.ofNullable(userSession.getNote(SESSION_NOTE))
                .map(SignInKind::valueOf)
                .or(() -> Optional.ofNullable(userSession.getNote(Details.IDENTITY_PROVIDER))
                        .map(this::ofProvider));
    }
}
