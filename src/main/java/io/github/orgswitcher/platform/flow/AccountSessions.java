package io.github.orgswitcher.platform.flow;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** All that somebody is signed in to by an account. */
public final class AccountSessions {

    private AccountSessions() {}

    /**
     * Ends the account's sessions, offline ones too, and tells the applications that want to know.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param account the account
     */
    public static void end(KeycloakSession session, UserModel account) {
        RealmModel realm = session.getContext().getRealm();
        List<UserSessionModel> online =
                session.sessions().getUserSessionsStream(realm, account).toList();
        online.forEach(each -> AuthenticationManager.backchannelLogout(session, each, false));
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, account).toList();
        offline.forEach(each -> session.sessions().removeOfflineUserSession(realm, each));
    }
}
