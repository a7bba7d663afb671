package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time of servers' processes, which another load of the machine does not add to. What is compared takes turns, first
 * until the figures stop falling.
 */
final class ProcessorTime {

    private static final int MOST_CALLS = 25;
    /** A turn of less would be lost in the clock's ticks. */
    private static final double MILLIS_OF_TURN = 1_500;

    private static final int WINDOW = 4;
    private static final int TURNS = Integer.getInteger("bench.turns", 12);
    private static final int MOST_WARM_UPS = 5 * TURNS / 2;
    private static final double STILL_FALLING = 0.97;

    private final Map<String, Measured> measured = new LinkedHashMap<>();

    private record Measured(KeycloakServer server, Runnable call, List<Double> millis) {

        /** The dearer a call, the fewer in a turn. */
        int calls() {
            return millis.isEmpty()
                    ? 1
                    : (int) Math.max(1, Math.min(MOST_CALLS, MILLIS_OF_TURN / millis.get(millis.size() - 1)));
        }

        void turn() {
            int calls = calls();
            Duration before = time();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            millis.add(time().minus(before).toNanos() / 1e6 / calls);
        }

        private Duration time() {
            return server.process().info().totalCpuDuration().orElseThrow();
        }
    }

    /** Adds what is compared; the first is what the others are compared with. */
    ProcessorTime add(String name, KeycloakServer server, Runnable call) {
        measured.put(name, new Measured(server, call, new ArrayList<>()));
        return this;
    }

    /** Measures and prints. */
    void print(String title) {
        int warmUps = 0;
        while (warmUps < MOST_WARM_UPS && stillFalling()) {
            turn();
            warmUps++;
        }
        for (int i = 0; i < TURNS; i++) {
            turn();
        }
        System.out.printf("%n%s (%d turns, after %d to warm up)%n", title, TURNS, warmUps);
        double first = median(measured.values().iterator().next());
        measured.forEach((name, each) ->
                System.out.printf("  %-58s %7.1f ms  ratio %.2f%n", name, median(each), median(each) / first));
    }

    private void turn() {
        measured.values().forEach(Measured::turn);
    }

    private boolean stillFalling() {
        return measured.values().stream().anyMatch(each -> {
            List<Double> millis = each.millis();
            int size = millis.size();
            return size < 2 * WINDOW
                    || median(millis.subList(size - WINDOW, size))
                            < STILL_FALLING * median(millis.subList(size - 2 * WINDOW, size - WINDOW));
        });
    }

    private static double median(Measured each) {
        List<Double> millis = each.millis();
        return median(millis.subList(millis.size() - TURNS, millis.size()));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
