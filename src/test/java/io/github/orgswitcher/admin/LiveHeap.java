package io.github.orgswitcher.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server cannot do without in its heap: the sum of a class histogram, which counts after a full garbage collection.
 * The JDK's {@code jcmd} asks for it.
 */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private LiveHeap() {}

    /** The largest of the values, in MiB, that were taken one after the other while something ran. */
    static double peakDuring(Runnable work) {
        long server = serverPid();
        CompletableFuture<Void> running = CompletableFuture.runAsync(work);
        long peak = 0;
        while (!running.isDone()) {
            peak = Math.max(peak, bytes(server));
        }
        running.join();
        return peak / 1024.0 / 1024.0;
    }

    /** The only Java process below this one. */
    private static long serverPid() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findAny()
                .orElseThrow()
                .pid();
    }

    private static long bytes(long pid) {
        try {
            Process jcmd = new ProcessBuilder(JCMD.toString(), Long.toString(pid), "GC.class_histogram").start();
            String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(histogram);
            if (!total.find()) {
                throw new IllegalStateException(histogram);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
