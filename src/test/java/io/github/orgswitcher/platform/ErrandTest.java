package io.github.orgswitcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();
    private final Errand errand = new Errand();

    @Test
    void whatManyAskForBeforeItBeginsIsDoneOnce() {
        for (int i = 0; i < 100; i++) {
            errand.soon(queue::add, done::incrementAndGet);
        }

        queue.remove().run();

        assertThat(queue).isEmpty();
        assertThat(done).hasValue(1);
    }

    @Test
    void whoeverAsksOnceItHasBegunHasItDoneAgain() {
        errand.soon(queue::add, () -> errand.soon(queue::add, done::incrementAndGet));

        queue.remove().run();
        queue.remove().run();

        assertThat(done).hasValue(1);
    }

    @Test
    void whatFailsOrIsRefusedKeepsNobodyFromAskingAgain() {
        Executor full = work -> {
            throw new RejectedExecutionException("full");
        };
        assertThatThrownBy(() -> errand.soon(full, done::incrementAndGet))
                .isInstanceOf(RejectedExecutionException.class);
        errand.soon(queue::add, () -> {
            throw new IllegalStateException("failed");
        });
        assertThatThrownBy(queue.remove()::run).isInstanceOf(IllegalStateException.class);

        errand.soon(queue::add, done::incrementAndGet);

        assertThat(queue).hasSize(1);
    }
}
