package io.github.orgswitcher.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.info.SystemInfoRepresentation;

/** Prints at the end of a run what it has run on: each kind of server once, with the versions that the server itself tells. */
final class RanOn implements BeforeAllCallback {

    private static final Set<String> SERVERS = new ConcurrentSkipListSet<>();

    /** Keeps what a server runs on. */
    static void note(String kind, Keycloak admin) {
        SystemInfoRepresentation system = admin.serverInfo().getInfo().getSystemInfo();
        SERVERS.add("Keycloak " + system.getVersion() + ", " + kind + ", on Java " + system.getJavaVersion());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // The outermost store is closed when the last class has ended.
        context.getRoot().getStore(Namespace.create(RanOn.class)).getOrComputeIfAbsent(Summary.class);
    }

    static final class Summary implements AutoCloseable {
        @Override
        public void close() {
            System.out.println("RAN the tests on Java " + System.getProperty("java.version"));
            SERVERS.forEach(server -> System.out.println("RAN ON " + server));
        }
    }
}
