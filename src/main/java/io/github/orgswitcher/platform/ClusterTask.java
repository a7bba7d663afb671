package io.github.orgswitcher.platform;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Work that one node of a cluster does at a time, in a transaction of its own. */
public final class ClusterTask {

    private ClusterTask() {}

    /**
     * Does it again and again, from now on.
     *
     * @param factory the server
     * @param task the work, whose name it goes by
     * @param interval the time between two
     */
    public static void every(KeycloakSessionFactory factory, ScheduledTask task, Duration interval) {
        long millis = interval.toMillis();
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(new ClusterAwareScheduledTaskRunner(factory, task, millis), millis);
        }
    }
}
