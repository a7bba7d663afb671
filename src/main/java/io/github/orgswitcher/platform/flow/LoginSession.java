package io.github.orgswitcher.platform.flow;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The session that a login goes on in. */
public final class LoginSession {

    private LoginSession() {}

    /**
     * Finds it. It may be somebody else's than the login's: who signs in once more may be another person.
     *
     * @param session the Keycloak session
     * @param authSession the login
     * @return the session; empty where there is none, or it has ended
     */
    public static Optional<UserSessionModel> of(KeycloakSession session, AuthenticationSessionModel authSession) {
        return Optional.ofNullable(new AuthenticationSessionManager(session).getUserSession(authSession))
                .filter(found -> AuthenticationManager.isSessionValid(authSession.getRealm(), found));
    }
}
