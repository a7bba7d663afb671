package io.github.orgswitcher.platform;

import java.util.function.Function;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** A session beside a request's own. */
public final class OtherSession {

    private OtherSession() {}

    /**
     * Works in one, with a transaction that is committed at the end, or rolled back where the work throws.
     *
     * @param factory the server
     * @param work takes the session, which has no context yet
     * @param <T> what it returns
     * @return what it returned
     */
    public static <T> T call(KeycloakSessionFactory factory, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
    }

    /**
     * Gives a session what a request is about: its realm and its application, as this session has them. It may read.
     *
     * @param context the request's context
     * @param session the session
     */
    public static void adopt(KeycloakContext context, KeycloakSession session) {
        KeycloakModelUtils.cloneContextRealmClientToSession(context, session);
    }

    /**
     * Has a session read a realm's settings and flows from the database, past what a cache may keep from before the change of
     * another node.
     *
     * @param realm the realm, as the session has it
     */
    public static void readAnew(RealmModel realm) {
        if (realm instanceof CachedRealmModel cached) {
            cached.invalidate();
        }
    }
}
