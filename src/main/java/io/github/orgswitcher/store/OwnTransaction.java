package io.github.orgswitcher.store;

import io.github.orgswitcher.platform.OtherSession;
import io.github.orgswitcher.platform.PresentUsers;
import io.github.orgswitcher.platform.table.FailedWrite;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageUnavailableException;

/**
 * A transaction beside the request's own, in which everything is read anew and then written. It sees what others have
 * committed, whatever the database's default; no statement of it waits for a lock longer than the request has {@link Patience} left;
 * and until then it is tried again when others were in the way, which is safe because it is whole. Callers take locks in one order: {@link #person the
 * person} first, then {@link RealmStore#lock the realm}, then {@link Organizations#lock organizations}. Whom it locks, and who acts in
 * it, is asked for before any of that: a user storage may be slow, and Keycloak removes there and then whom one no longer has.
 *
 * <p>It must not be opened in a request that has already written what it needs, such as the user: it would wait for its own
 * request.
 */
public final class OwnTransaction {

    private static final Logger LOG = Logger.getLogger(OwnTransaction.class);

    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final KeycloakSession session;
    private final List<String> userIds;
    private final List<String> others;
    private final boolean wholeRealm;
    private final boolean rehearsal;

    private OwnTransaction(
            KeycloakSession session,
            Collection<String> userIds,
            Collection<String> others,
            boolean wholeRealm,
            boolean rehearsal) {
        this.session = session;
        this.userIds = userIds.stream().sorted().toList();
        this.others = List.copyOf(others);
        this.wholeRealm = wholeRealm;
        this.rehearsal = rehearsal;
    }

    /**
     * A transaction that locks nothing of itself.
     *
     * @param session the session of the request or of the task; where it has a realm in its context, so has the new one
     * @return a transaction to be {@link #call called}
     */
    public static OwnTransaction of(KeycloakSession session) {
        return new OwnTransaction(session, List.of(), List.of(), false, false);
    }

    /**
     * A transaction that first waits for all others of one person.
     *
     * @param session the session of the request, with the realm in its context
     * @param userId the user
     * @return a transaction to be {@link #call called}
     */
    public static OwnTransaction person(KeycloakSession session, String userId) {
        return people(session, List.of(userId));
    }

    /**
     * A transaction that first waits for all others of some people, always in the same order.
     *
     * @param session the session of the request, with the realm in its context
     * @param userIds the users; none locks nothing
     * @return a transaction to be {@link #call called}
     */
    public static OwnTransaction people(KeycloakSession session, Collection<String> userIds) {
        return new OwnTransaction(session, userIds, List.of(), false, false);
    }

    /**
     * A transaction that first waits for all others of its kind in the realm, and then reads the realm's own settings and flows
     * past Keycloak's cache, which may be behind theirs.
     *
     * @param session the session of the request, with the realm in its context
     * @return a transaction to be {@link #call called}
     */
    public static OwnTransaction realm(KeycloakSession session) {
        return new OwnTransaction(session, List.of(), List.of(), true, false);
    }

    /**
     * A transaction of which nothing stays. Who only looks needs it where looking somebody up may import them from a directory.
     *
     * @param session the session of the request, with the realm in its context
     * @return a transaction to be {@link #call called}
     */
    public static OwnTransaction rehearsal(KeycloakSession session) {
        return new OwnTransaction(session, List.of(), List.of(), false, true);
    }

    /**
     * The same as {@link #realm}, of which nothing stays: who only asks what a change would come to.
     *
     * @param session the session of the request, with the realm in its context
     * @return a transaction to be {@link #call called}
     */
    public static OwnTransaction realmRehearsal(KeycloakSession session) {
        return new OwnTransaction(session, List.of(), List.of(), true, true);
    }

    /**
     * Whether a session is that of such a transaction.
     *
     * @param session the session
     * @return false for a request of Keycloak's own
     */
    public static boolean isIn(KeycloakSession session) {
        return session.getAttribute(OwnTransaction.class.getName()) != null;
    }

    /**
     * The same transaction, which needs others beside those whom it waits for, such as who acts in it.
     *
     * @param others the users
     * @return a transaction to be {@link #call called}
     */
    public OwnTransaction with(Collection<String> others) {
        return new OwnTransaction(session, userIds, others, wholeRealm, rehearsal);
    }

    /**
     * Does the work.
     *
     * @param work what to do in a session of its own, from which nothing but plain values may be returned; it may run
     *     several times
     * @param <T> what the work returns
     * @return what the work returned
     * @throws RefusedException where the work throws it
     * @throws ReadOnlyException where the work writes to a user who cannot be written
     * @throws StorageUnavailableException where the work needs a user storage that does not answer
     * @throws RealmGoneException where the session's realm is there no more
     * @throws LostRaceException when others were in the way each time, or for too long; or where it failed once for another reason, which stands in
     *     the log
     */
    public <T> T call(Function<KeycloakSession, T> work) {
        Patience patience = Patience.of(session);
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, patience);
            } catch (RefusedException | RealmGoneException e) {
                throw e;
            } catch (RuntimeException e) {
                if (isRealmGone()) {
                    // Whatever it was, it comes of that.
                    throw new RealmGoneException();
                }
                if (e instanceof ReadOnlyException
                        || e instanceof StorageUnavailableException
                        || e instanceof WebApplicationException) {
                    throw e;
                }
                if (!FailedWrite.is(e)) {
                    // It would fail again, and what it says may quote an address.
                    LOG.error("A transaction failed, and not because others were in its way", WithoutWords.of(e));
                    throw new LostRaceException(e);
                }
                LOG.debugf(
                        "Attempt %d of a transaction failed: %s",
                        attempt, e.getClass().getName());
                if (patience.isUsedUp()) {
                    patience.giveUp();
                    throw new LostRaceException(e);
                }
                if (attempt == ATTEMPTS) {
                    throw new LostRaceException(e);
                }
                pause(attempt);
            }
        }
    }

    private <T> T once(Function<KeycloakSession, T> work, Patience patience) {
        // The context is copied only after the isolation is set, because copying it may read.
        return OtherSession.call(session.getKeycloakSessionFactory(), inner -> {
            inner.setAttribute(OwnTransaction.class.getName(), true);
            patience.share(inner);
            T result = OrgSwitcherStore.of(inner).guarded(() -> {
                // What is read before the wait would be old after it.
                if (wholeRealm) {
                    RealmStore.of(inner, session.getContext().getRealm()).lock();
                }
                OtherSession.adopt(session.getContext(), inner);
                if (session.getContext().getRealm() != null
                        && inner.getContext().getRealm() == null) {
                    throw new RealmGoneException();
                }
                if (wholeRealm) {
                    OtherSession.readAnew(inner.getContext().getRealm());
                }
                if (!userIds.isEmpty() || !others.isEmpty()) {
                    lockPeople(inner);
                }
                return work.apply(inner);
            });
            if (rehearsal) {
                inner.getTransactionManager().setRollbackOnly();
            }
            return result;
        });
    }

    /** Keycloak's cache may have it for a moment longer. */
    private boolean isRealmGone() {
        RealmModel realm = session.getContext().getRealm();
        try {
            return realm != null
                    && OtherSession.call(session.getKeycloakSessionFactory(), inner -> !RealmStore.of(inner, realm)
                            .isThere());
        } catch (RuntimeException e) {
            if (!FailedWrite.is(e)) {
                throw e;
            }
            // A database that says nothing now has not said that.
            return false;
        }
    }

    private void lockPeople(KeycloakSession inner) {
        PresentUsers present = PresentUsers.of(inner);
        present.ask(userIds);
        present.ask(others);
        People people = RealmStore.of(inner, inner.getContext().getRealm()).people();
        userIds.forEach(people::lock);
        present.readAgain();
    }

    /** Lets others go first. */
    static void pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS * attempt);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
