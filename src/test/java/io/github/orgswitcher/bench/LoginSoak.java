package io.github.orgswitcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.KeycloakNode;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.LiveHeap;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.TestRealm;
import java.net.URI;
import java.util.Date;
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
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Very many logins on two nodes over one PostgreSQL, half of them through the page, each ended by a logout: whether anything
 * stays. {@code mvn -Psoak} runs it; {@code -Dsoak.logins} says how many.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class LoginSoak {

    private static final int TENTH = Integer.getInteger("soak.logins", 20_000) / 10;
    private static final int PEOPLE = 8;
    private static final double MOST_GROWTH = 1.05;

    @Test
    void nothingStays() throws InterruptedException, ExecutionException {
        KeycloakServer server = KeycloakServer.asShipped();
        KeycloakServer provider = KeycloakServer.bare();
        try (KeycloakNode beside = KeycloakNode.besideShipped()) {
            TestRealm realm = TestRealm.on(server, provider);
            realm.allowBroker(beside.baseUri());
            leaveOutWhatIsNotLookedAt(realm.resource());
            realm.enableRequiredAction("org-switcher", Map.of());
            List<String> organizations = List.of(
                    realm.organization("Acme", "acme", Map.of()), realm.organization("Globex", "globex", Map.of()));
            List<URI> nodes = List.of(server.baseUri(), beside.baseUri());
            List<Visitor> visitors = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> Visitor.at(nodes.get(i % 2), realm, provider, "visitor-" + i, i + "@acme.example"))
                    .toList();
            visitors.forEach(visitor -> organizations.forEach(id -> realm.member(id, visitor.id())));
            List<ProcessHandle> processes = List.of(server.process(), beside.process());

            logIn(visitors);
            List<Double> before = heaps(processes, 1);
            String realmId = realm.resource().toRepresentation().getId();
            Map<String, Integer> rows = new Rows(server.sql()).where("REALM_ID", realmId);
            List<Double> after = before;
            for (int tenth = 2; tenth <= 10; tenth++) {
                logIn(visitors);
                after = heaps(processes, tenth);
            }

            System.out.println("rows after a tenth of the logins: " + rows);
            assertThat(new Rows(server.sql()).where("REALM_ID", realmId)).isEqualTo(rows);
            for (int node = 0; node < nodes.size(); node++) {
                assertThat(after.get(node) / before.get(node)).isLessThan(MOST_GROWTH);
            }
            assertThat(server.log() + beside.log()).doesNotContain(" ERROR ");
        }
    }

    private static void leaveOutWhatIsNotLookedAt(RealmResource realm) {
        RealmRepresentation settings = realm.toRepresentation();
        settings.setEventsEnabled(false);
        realm.update(settings);
        IdentityProviderRepresentation social =
                realm.identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        social.getConfig().put("disableUserInfo", "true");
        realm.identityProviders().get(TestRealm.SOCIAL).update(social);
    }

    /** The nodes' live heaps, in MiB. */
    private static List<Double> heaps(List<ProcessHandle> nodes, int tenth) {
        List<Double> heaps = nodes.stream().map(LiveHeap::of).toList();
        System.out.printf("%tT: %,d logins, live heap of the nodes in MiB: %s%n", new Date(), tenth * TENTH, heaps);
        return heaps;
    }

    /** A tenth of all: everyone at once, each one login after the other. */
    private static void logIn(List<Visitor> visitors) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Future<?>> all = visitors.stream()
                    .<Future<?>>map(visitor -> people.submit(() -> {
                        for (int i = 0; i < TENTH / visitors.size(); i++) {
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
