package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a start costs until the server says that it is ready, on a database that is there. */
class StartBench extends Bench {

    private static final int TURNS = 7;

    @Test
    void start() {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            without.add(seconds(KeycloakNode::besideBare));
            with.add(seconds(KeycloakNode::besideShipped));
        }
        System.out.printf(
                "%nA start, seconds of processor time (median of %d)%n  without the jar %.2f%n  with it %.2f, ratio %.2f%n",
                TURNS, median(without), median(with), median(with) / median(without));
    }

    private static double seconds(Supplier<KeycloakNode> start) {
        try (KeycloakNode node = start.get()) {
            return node.process().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        }
    }

    private static double median(List<Double> seconds) {
        Collections.sort(seconds);
        return seconds.get(TURNS / 2);
    }
}
