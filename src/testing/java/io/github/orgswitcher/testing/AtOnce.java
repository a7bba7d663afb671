package io.github.orgswitcher.testing;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Calls that are under way at the same time, each on a thread of its own.
 *
 * @param calls the calls, in the order in which they were begun
 * @param <T> what they answer
 */
public record AtOnce<T>(List<Future<T>> calls) {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "at once");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins them. */
    public static <T> AtOnce<T> begin(List<Supplier<T>> calls) {
        return new AtOnce<>(
                calls.stream().map(call -> THREADS.submit(call::get)).toList());
    }

    /** Begins the same call several times. */
    public static <T> AtOnce<T> begin(int times, Supplier<T> call) {
        return begin(
                IntStream.range(0, times).<Supplier<T>>mapToObj(number -> call).toList());
    }

    /** Whether one of them has no answer yet. */
    public boolean isUnderWay() {
        return !calls.stream().allMatch(Future::isDone);
    }

    /** Waits for all of them. */
    public List<T> answers() {
        return calls.stream().map(AtOnce::answer).toList();
    }

    private static <T> T answer(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
