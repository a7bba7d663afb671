package io.github.orgswitcher.platform.flow;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.RestartLoginCookie;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** The browser that a request comes from, by its cookies. */
public final class ThisBrowser {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionManager manager;

    /**
     * The browser.
     *
     * @param session the Keycloak session, with the realm in its context
     */
    public ThisBrowser(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.manager = new AuthenticationSessionManager(session);
    }

    /**
     * Whether a login is one of the browser's own.
     *
     * @param login the login's id
     * @return whether it is
     */
    public boolean owns(AuthenticationSessionCompoundId login) {
        RootAuthenticationSessionModel own = manager.getCurrentRootAuthenticationSession(realm);
        return own != null && own.getId().equals(login.getRootSessionId());
    }

    /**
     * A new login among the browser's own, and with its session where there is one.
     *
     * @param client the application
     * @return the login, of which nothing is known yet
     */
    public AuthenticationSessionModel newLogin(ClientModel client) {
        return logins().createAuthenticationSession(client);
    }

    private RootAuthenticationSessionModel logins() {
        RootAuthenticationSessionModel current = manager.getCurrentRootAuthenticationSession(realm);
        if (current != null) {
            return current;
        }
        UserSessionModel userSession = manager.getUserSessionFromAuthenticationCookie(realm);
        if (userSession == null) {
            return manager.createAuthenticationSession(realm, true);
        }
        manager.setAuthSessionCookie(userSession.getId());
        manager.setAuthSessionIdHashCookie(userSession.getId());
        return session.authenticationSessions().createRootAuthenticationSession(realm, userSession.getId());
    }

    /**
     * Has a new login begin its flow, now that all is known of it. A cookie keeps it, so that it can begin once more when it
     * has run out.
     *
     * @param login a {@link #newLogin new login}, of an OpenID Connect application
     */
    public void begin(AuthenticationSessionModel login) {
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        login.setAction(Action.AUTHENTICATE.name());
        login.setAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH, LoginActionsService.AUTHENTICATE_PATH);
        RestartLoginCookie.setRestartCookie(session, login);
    }
}
