package io.github.orgswitcher.store;

import io.github.orgswitcher.platform.Background;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * What follows from a change of Keycloak's own, done in an {@link OwnTransaction} once the change is there for others to see:
 * it holds nothing that Keycloak's request waits for, and cannot fail it. Where others are in the way, it is done a little
 * later.
 */
public final class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    /** Each has the patience of a transaction of ours. */
    private static final int LATER = 10;

    private AfterCommit() {}

    /**
     * Does the work when the session's transaction has been committed.
     *
     * @param session the session of Keycloak's request
     * @param work takes the session beside which it opens transactions; the request's own, or another one later
     */
    public static void call(KeycloakSession session, Consumer<KeycloakSession> work) {
        session.getTransactionManager().enlistAfterCompletion(new OnCommit(() -> nowOrSoon(session, work)));
    }

    /**
     * Does the work of a change that is there already.
     *
     * @param session the session beside which it opens transactions
     * @param work the same, where it is not done later
     */
    public static void nowOrSoon(KeycloakSession session, Consumer<KeycloakSession> work) {
        attempt(session, work, LATER);
    }

    /**
     * Does the work beside the request, which does not wait for it.
     *
     * @param session a session of the server
     * @param work the same
     */
    public static void soon(KeycloakSession session, Consumer<KeycloakSession> work) {
        Background.soon(session, another -> nowOrSoon(another, work));
    }

    private static void attempt(KeycloakSession session, Consumer<KeycloakSession> work, int later) {
        try {
            work.accept(session);
        } catch (RealmGoneException e) {
            LOG.debug("Nothing follows from a change any more: its realm is gone");
        } catch (LostRaceException e) {
            if (later == 0) {
                LOG.errorf("What follows from a change is not in force before the next start: %s", e.getMessage());
                return;
            }
            LOG.warnf("What follows from a change is not in force yet, and will soon be: %s", e.getMessage());
            Background.soon(session, another -> attempt(another, work, later - 1));
        }
    }
}
