package io.github.orgswitcher.login;

import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OnCommit;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * Keeps which organizations a person's sessions work in, so that pages show the last used first. What goes on as it was is kept
 * once a day: a login costs no statement for it.
 *
 * @param session the Keycloak session
 * @param userId the person
 */
record LastUse(KeycloakSession session, String userId) {

    private static final Logger LOG = Logger.getLogger(LastUse.class);

    private static final Duration OFTEN_ENOUGH = Duration.ofDays(1);

    /**
     * Writes once the request is done, in which nothing waits for it.
     *
     * @param orgId the organization
     * @param changed whether the session has worked in another one before
     * @param last when any was kept last
     */
    void keep(String orgId, boolean changed, Optional<Instant> last) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        if (changed || last.filter(now.minus(OFTEN_ENOUGH)::isBefore).isEmpty()) {
            session.getTransactionManager().enlistAfterCompletion(new OnCommit(() -> write(orgId, now)));
        }
    }

    /** The login does not depend on it. */
    private void write(String orgId, Instant now) {
        try {
            OwnTransaction.of(session).call(inner -> {
                Standings standings =
                        RealmStore.of(inner, inner.getContext().getRealm()).standings();
                // It may have been removed since, with all that was kept of it.
                if (standings.isMember(userId, orgId)) {
                    standings.saveUsed(userId, orgId, now);
                }
                return orgId;
            });
        } catch (LostRaceException e) {
            LOG.warnf(
                    "User %s: that organization %s was used could not be recorded: %s", userId, orgId, e.getMessage());
        }
    }
}
