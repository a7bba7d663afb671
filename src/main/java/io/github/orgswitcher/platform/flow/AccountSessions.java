package io.github.orgswitcher.platform.flow;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** All that somebody is signed in to by an account. */
public final class AccountSessions {

    private static final int MOST_TOLD = 20;

    /** As long as one application may take to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private AccountSessions() {}

    /**
     * Has nothing count any more that the account was given until now: no cookie, no token. It comes and goes with the session's
     * transaction, and asks nobody.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param account the account
     */
    public static void revoke(KeycloakSession session, UserModel account) {
        session.users().setNotBeforeForUser(session.getContext().getRealm(), account, Time.currentTime());
    }

    /**
     * Ends the account's sessions, offline ones too, and tells the applications that want to know. Those may be many, and slow: when
     * it has taken seconds, the other sessions end without a word. Nobody should wait for this with rows locked.
     *
     * @param session the Keycloak session of a request, with the realm in its context
     * @param account the account
     */
    public static void end(KeycloakSession session, UserModel account) {
        RealmModel realm = session.getContext().getRealm();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Iterator<UserSessionModel> told = session.sessions()
                .getUserSessionsStream(realm, account)
                .limit(MOST_TOLD)
                .toList()
                .iterator();
        while (told.hasNext() && System.nanoTime() < end) {
            AuthenticationManager.backchannelLogout(session, told.next(), false);
        }
        session.sessions().removeUserSessions(realm, account);
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, account).toList();
        offline.forEach(each -> session.sessions().removeOfflineUserSession(realm, each));
    }
}
