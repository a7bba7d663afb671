package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.platform.Background;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.timer.ScheduledTask;

/**
 * Forgets, once a day, people whose removal nobody was told of: the button "Remove imported users" of a user storage provider
 * removes them with no event ({@code JpaUserProvider.removeImportedUsers}).
 */
final class GoneUsers implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(GoneUsers.class);
    private static final Duration INTERVAL = Duration.ofDays(1);

    /** On one node where there are several. */
    static void schedule(KeycloakSessionFactory factory) {
        Background.every(factory, new GoneUsers(), INTERVAL);
    }

    @Override
    public void run(KeycloakSession session) {
        UserStorages.realmsWithProviders(session).forEach(realmId -> forget(session, realmId));
    }

    private static void forget(KeycloakSession session, String realmId) {
        try {
            OwnTransaction.of(session).call(own -> {
                RealmStore.of(own, realmId).cleanUp().removeGoneUsers();
                return null;
            });
        } catch (LostRaceException e) {
            LOG.warnf("Realm %s: people who are gone are forgotten another time", realmId);
        }
    }
}
