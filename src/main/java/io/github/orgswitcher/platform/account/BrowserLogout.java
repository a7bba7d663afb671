package io.github.orgswitcher.platform.account;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;

/** The end of a browser's session as Keycloak's own logout has it, with the applications' and the identity provider's. */
public final class BrowserLogout {

    private BrowserLogout() {}

    /**
     * Ends a session whose owner has asked for it.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param userSession the browser's session
     * @param next where the browser goes then
     * @return the way there, by whatever has to be signed out of before
     */
    public static Response of(KeycloakSession session, UserSessionModel userSession, URI next) {
        KeycloakContext context = session.getContext();
        userSession.setNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL, OIDCLoginProtocol.LOGIN_PROTOCOL);
        AuthenticationManager.createOrJoinLogoutSession(
                        session, context.getRealm(), new AuthenticationSessionManager(session), userSession, true, true)
                .setAuthNote(OIDCLoginProtocol.LOGOUT_REDIRECT_URI, next.toString());
        return AuthenticationManager.browserLogout(
                session,
                context.getRealm(),
                userSession,
                context.getUri(),
                context.getConnection(),
                context.getRequestHeaders());
    }
}
