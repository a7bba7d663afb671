package io.github.orgswitcher.testing;

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
public final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final double MIB = 1024 * 1024;

    private LiveHeap() {}

    /** The largest of the values, in MiB, that were taken one after the other while something ran. */
    public static double peakDuring(KeycloakServer server, Runnable work) {
        CompletableFuture<Void> running = CompletableFuture.runAsync(work);
        double peak = 0;
        while (!running.isDone()) {
            peak = Math.max(peak, of(server.process()));
        }
        running.join();
        return peak;
    }

    /** What a server's process holds now, in MiB. */
    public static double of(ProcessHandle server) {
        try {
            Process jcmd =
                    new ProcessBuilder(JCMD.toString(), Long.toString(server.pid()), "GC.class_histogram").start();
            String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(histogram);
            if (!total.find()) {
                throw new IllegalStateException(histogram);
            }
            return Long.parseLong(total.group(1)) / MIB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
