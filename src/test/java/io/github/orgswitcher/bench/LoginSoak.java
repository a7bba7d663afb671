package io.github.orgswitcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.KeycloakNode;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.LiveHeap;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Very many logins on two nodes over one PostgreSQL, half of them through the page, each ended by a logout: whether anything
 * stays. {@code mvn -Psoak} runs it; {@code -Dsoak.logins} says how many.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class LoginSoak {

    private static final int LOGINS = Integer.getInteger("soak.logins", 20_000);
    private static final int WARM_UP = LOGINS / 10;
    private static final int PEOPLE = 8;
    private static final double MOST_GROWTH = 1.05;

    @Test
    void nothingStays() throws InterruptedException, ExecutionException {
        KeycloakServer server = KeycloakServer.asShipped();
        KeycloakServer provider = KeycloakServer.bare();
        try (KeycloakNode beside = KeycloakNode.besideShipped()) {
            TestRealm realm = TestRealm.on(server, provider);
            realm.allowBroker(beside.baseUri());
            realm.enableRequiredAction("org-switcher", Map.of());
            List<String> organizations = List.of(
                    realm.organization("Acme", "acme", Map.of()), realm.organization("Globex", "globex", Map.of()));
            List<URI> nodes = List.of(server.baseUri(), beside.baseUri());
            List<Visitor> visitors = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> Visitor.at(nodes.get(i % 2), realm, provider, "visitor-" + i, i + "@acme.example"))
                    .toList();
            visitors.forEach(visitor -> organizations.forEach(id -> realm.member(id, visitor.id())));
            List<ProcessHandle> processes = List.of(server.process(), beside.process());

            logIn(visitors, WARM_UP);
            List<Double> before = processes.stream().map(LiveHeap::of).toList();
            String realmId = realm.resource().toRepresentation().getId();
            Map<String, Integer> rows = new Rows(server.sql()).where("REALM_ID", realmId);
            logIn(visitors, LOGINS - WARM_UP);
            List<Double> after = processes.stream().map(LiveHeap::of).toList();

            for (int node = 0; node < nodes.size(); node++) {
                System.out.printf(
                        "node %d: live heap %.1f MiB after %,d logins, %.1f MiB after %,d: ratio %.3f%n",
                        node + 1,
                        before.get(node),
                        WARM_UP,
                        after.get(node),
                        LOGINS,
                        after.get(node) / before.get(node));
                assertThat(after.get(node) / before.get(node)).isLessThan(MOST_GROWTH);
            }
            System.out.println("rows after " + WARM_UP + " and after " + LOGINS + " logins: " + rows);
            assertThat(new Rows(server.sql()).where("REALM_ID", realmId)).isEqualTo(rows);
            assertThat(server.log()).doesNotContain(" ERROR ");
        }
    }

    /** Everyone at once, each one login after the other. */
    private static void logIn(List<Visitor> visitors, int logins) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Future<?>> all = visitors.stream()
                    .<Future<?>>map(visitor -> people.submit(() -> {
                        for (int i = 0; i < logins / visitors.size(); i++) {
                            visitor.comeAndGo("acme", i % 2 == 0);
                        }
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
    }
}
