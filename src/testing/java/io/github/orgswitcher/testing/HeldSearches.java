package io.github.orgswitcher.testing;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches that a {@link Directory} does not answer while the test holds them. */
public final class HeldSearches extends InMemoryOperationInterceptor implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    HeldSearches() {}

    HeldSearches hold() {
        gate = new CountDownLatch(1);
        return this;
    }

    /** Returns when somebody waits for an answer, and not before. */
    public void untilAsked() {
        Eventually.get("A search", LIMIT, () -> Optional.of(waiting.get()).filter(asked -> asked > 0));
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
        waiting.incrementAndGet();
        try {
            if (!gate.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody has let the directory go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Lets go. */
    @Override
    public void close() {
        gate.countDown();
    }
}
