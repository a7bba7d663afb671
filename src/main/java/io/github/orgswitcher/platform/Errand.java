package io.github.orgswitcher.platform;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;

/** Work that looks after all there is, so that many who ask for it before it begins have it done once. One for a server. */
public final class Errand {

    private final AtomicBoolean waiting = new AtomicBoolean();

    /**
     * Does it on this node, soon.
     *
     * @param session any session of the server
     * @param work the work, which reads in its own session what there is to do
     */
    public void soon(KeycloakSession session, Consumer<KeycloakSession> work) {
        soon(Background.executor(session), Background.task(session, work));
    }

    /** Who asks once it has begun may have been overlooked, so it is done again. */
    void soon(Executor executor, Runnable work) {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                waiting.set(false);
                work.run();
            });
        } catch (RejectedExecutionException e) {
            waiting.set(false);
            throw e;
        }
    }
}
