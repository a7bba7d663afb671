package io.github.orgswitcher.platform;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Work that no request waits for, each time in a session and a transaction of its own. */
public final class Background {

    private static final String EXECUTOR = "org-switcher";

    private Background() {}

    /** A task whose session says so. */
    private record Unawaited(ScheduledTask task) implements ScheduledTask {

        @Override
        public void run(KeycloakSession session) {
            session.setAttribute(Background.class.getName(), true);
            task.run(session);
        }

        @Override
        public String getTaskName() {
            return task.getTaskName();
        }
    }

    /**
     * Whether nobody waits for what a session does.
     *
     * @param session the session
     * @return false for that of a request, and for one that is opened beside it
     */
    public static boolean isIn(KeycloakSession session) {
        return session.getAttribute(Background.class.getName()) != null;
    }

    /**
     * Does it on this node, soon.
     *
     * @param session any session of the server
     * @param work the work
     */
    public static void soon(KeycloakSession session, Consumer<KeycloakSession> work) {
        executor(session).execute(task(session, work));
    }

    /**
     * Does it soon, on one node of a cluster where several ask for it at once.
     *
     * @param factory the server
     * @param task the work, whose name it goes by
     * @param outdated how long others leave it to the node that has begun
     */
    public static void onOneNode(KeycloakSessionFactory factory, ScheduledTask task, Duration outdated) {
        try (KeycloakSession session = factory.create()) {
            executor(session)
                    .execute(new ClusterAwareScheduledTaskRunner(factory, new Unawaited(task), outdated.toMillis()));
        }
    }

    /**
     * Does it again and again, from now on, on one node of a cluster at a time.
     *
     * @param factory the server
     * @param task the work, whose name it goes by
     * @param interval the time between two
     */
    public static void every(KeycloakSessionFactory factory, ScheduledTask task, Duration interval) {
        long millis = interval.toMillis();
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(new ClusterAwareScheduledTaskRunner(factory, new Unawaited(task), millis), millis);
        }
    }

    static Runnable task(KeycloakSession session, Consumer<KeycloakSession> work) {
        return new ScheduledTaskRunner(session.getKeycloakSessionFactory(), new Unawaited(work::accept));
    }

    static Executor executor(KeycloakSession session) {
        return session.getProvider(ExecutorsProvider.class).getExecutor(EXECUTOR);
    }
}
