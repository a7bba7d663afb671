package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** The real distribution in production mode, on free ports of the loopback interface. */
final class DistributionServer implements KeycloakServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String VERIFICATION = "--spi-org-switcher-verification--dns--";

    private final Process process;
    private final URI baseUri;
    private final URI managementUri;
    private final EmbeddedDatabase database;
    private final Mailbox mailbox;
    private final DnsResponder dns;
    private final Keycloak admin;

    private DistributionServer(
            Process process,
            URI baseUri,
            URI managementUri,
            EmbeddedDatabase database,
            Mailbox mailbox,
            DnsResponder dns) {
        this.process = process;
        this.baseUri = baseUri;
        this.managementUri = managementUri;
        this.database = database;
        this.mailbox = mailbox;
        this.dns = dns;
        this.admin = Administrator.client(baseUri);
    }

    static DistributionServer shared() {
        return Shared.SERVER;
    }

    @Override
    public URI baseUri() {
        return baseUri;
    }

    @Override
    public URI backchannelUri() {
        return baseUri;
    }

    @Override
    public URI managementUri() {
        return managementUri;
    }

    @Override
    public String log() {
        try {
            return Files.readString(logPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path logPath() {
        return FixtureSettings.directory().resolve("server.log");
    }

    @Override
    public Keycloak admin() {
        return admin;
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Map<String, String> smtpSettings() {
        return mailbox.smtpSettings("127.0.0.1");
    }

    @Override
    public DnsResponder dns() {
        return dns;
    }

    @Override
    public DataSource database() {
        return database.dataSource();
    }

    private static DistributionServer start() {
        Path directory = FixtureSettings.directory();
        try {
            Files.createDirectories(directory);
            BuiltDistribution distribution = BuiltDistribution.in(directory);
            EmbeddedDatabase database = EmbeddedDatabase.startIn(directory);
            onExit(database::stop);
            Mailbox mailbox = Mailbox.start("127.0.0.1");
            onExit(mailbox::stop);
            DnsResponder dns = DnsResponder.start();
            onExit(dns::close);

            int port = freePort();
            int managementPort = freePort();
            Path log = logPath();
            ProcessBuilder launcher = distribution.launcher(
                    log,
                    List.of(
                            "start",
                            "--optimized",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--http-management-port=" + managementPort,
                            "--hostname-strict=false",
                            "--cache=local",
                            // The wait for readiness below would fill the log otherwise.
                            "--log-level=INFO,io.smallrye.health:WARN",
                            "--db-url=" + database.jdbcUrl(),
                            "--db-username=" + EmbeddedDatabase.ROLE,
                            "--db-password=" + EmbeddedDatabase.PASSWORD,
                            "--db-pool-max-size=30",
                            // A day and some more would be long for a test.
                            VERIFICATION + "servers=" + dns.server(),
                            VERIFICATION + "timeout=500ms",
                            VERIFICATION + "recheck-interval=1s",
                            VERIFICATION + "lapse-after=2s"));
            launcher.environment().putAll(Administrator.BOOTSTRAP_ENVIRONMENT);
            launcher.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
            // One run is too short for the optimizing compiler to pay off.
            launcher.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            Process process = launcher.start();
            onExit(() -> kill(process));
            URI managementUri = URI.create("http://127.0.0.1:" + managementPort);
            awaitReady(process, URI.create(managementUri + "/health/ready"), log);
            return new DistributionServer(
                    process, URI.create("http://127.0.0.1:" + port), managementUri, database, mailbox, dns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process, URI health, Path log) throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        try {
            Eventually.get("Keycloak's start", START_LIMIT, () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Keycloak ended with code " + process.exitValue());
                }
                return statusOf(http, health).filter(status -> status == 200);
            });
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + ". Its log:\n" + Files.readString(log), e);
        }
    }

    private static Optional<Integer> statusOf(HttpClient http, URI uri) {
        try {
            return Optional.of(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode());
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void onExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action));
    }

    /** The launcher is a shell whose child is the server; its database goes too, so there is nothing to finish. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static final class Shared {
        static final DistributionServer SERVER = start();
    }
}
