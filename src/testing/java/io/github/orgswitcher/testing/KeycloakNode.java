package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;

/** A process of the built distribution in production mode, on free ports of the loopback interface. */
public final class KeycloakNode implements AutoCloseable {

    /** Options of Java where the optimizing compiler would not pay off, as in a run of tests. */
    static final String BRIEFLY = "-XX:TieredStopAtLevel=1";

    /** None, as in production. */
    static final String FOR_LONG = "";

    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final Process process;
    private final URI baseUri;
    private final URI managementUri;
    private final Keycloak admin;
    private final Path log;

    private KeycloakNode(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.log = log;
        this.baseUri = URI.create("http://127.0.0.1:" + port);
        this.managementUri = URI.create("http://127.0.0.1:" + managementPort);
        this.admin = Administrator.client(baseUri);
    }

    /** One more node beside {@link KeycloakServer#shared()}, on the same database; the caller closes it. */
    public static KeycloakNode beside() {
        return DistributionServer.shared().startAnotherNode();
    }

    /** One more node beside {@link KeycloakServer#asShipped()}, on the same database; the caller closes it. */
    public static KeycloakNode besideShipped() {
        return DistributionServer.asShipped().startAnotherNode();
    }

    /** One more node beside {@link KeycloakServer#bare()}, on the same database; the caller closes it. */
    public static KeycloakNode besideBare() {
        return DistributionServer.bare().startAnotherNode();
    }

    /** One more node beside {@link KeycloakServer#onMariaDb()}, which reads as the extension has it; the caller closes it. */
    public static KeycloakNode besideMariaDb() {
        return DistributionServer.onMariaDb().startAnotherNode(Map.of());
    }

    static KeycloakNode start(
            BuiltDistribution distribution,
            List<String> options,
            Map<String, String> environment,
            String javaOptions,
            Path log)
            throws IOException {
        List<Integer> ports = freePorts();
        int port = ports.get(0);
        int managementPort = ports.get(1);
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname-strict=false",
                "--cache=local",
                // The wait for readiness below would fill the log otherwise.
                "--log-level=INFO,io.smallrye.health:WARN"));
        arguments.addAll(options);
        ProcessBuilder launcher = distribution.launcher(log, arguments);
        launcher.environment().putAll(Administrator.BOOTSTRAP_ENVIRONMENT);
        launcher.environment().putAll(environment);
        launcher.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
        launcher.environment().put("JAVA_OPTS_APPEND", javaOptions);
        KeycloakNode node = new KeycloakNode(launcher.start(), port, managementPort, log);
        try {
            node.awaitReady();
            return node;
        } catch (IllegalStateException e) {
            node.close();
            throw new IllegalStateException(e.getMessage() + ". Its log:\n" + node.log(), e);
        }
    }

    /** Where browsers reach it, without a trailing slash. */
    public URI baseUri() {
        return baseUri;
    }

    /** A client with all rights, as the administrator of the master realm. */
    public Keycloak admin() {
        return admin;
    }

    URI managementUri() {
        return managementUri;
    }

    /** What it has logged so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server itself, not the shell that has launched it. */
    public ProcessHandle process() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseGet(process::toHandle);
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        URI health = URI.create(managementUri + "/health/ready");
        Eventually.get("Keycloak's start", START_LIMIT, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended with code " + process.exitValue());
            }
            return statusOf(http, health).filter(status -> status == 200);
        });
    }

    private static Optional<Integer> statusOf(HttpClient http, URI uri) {
        try {
            return Optional.of(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            // Not there yet, or about to end, which closes connections.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Both at once, or the same might be free twice. */
    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    /** By force: the launcher is a shell whose child is the server, and there is nothing to finish. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
