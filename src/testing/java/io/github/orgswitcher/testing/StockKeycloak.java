package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keycloak as one downloads it, and the jar beside it, in a folder where somebody types what a guide says. */
public final class StockKeycloak implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String STARTED = "Listening on: ";
    private static final String HOME = "keycloak";

    private final Path directory;
    private final int port;
    private @Nullable Process server;

    private StockKeycloak(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Unpacks it; nothing runs yet. */
    public static StockKeycloak in(Path directory) throws IOException {
        Distribution.copyTo(directory.resolve(HOME));
        Path jar = Distribution.providerJar();
        Files.copy(jar, directory.resolve(jar.getFileName()));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new StockKeycloak(directory, free.getLocalPort());
        }
    }

    /** Where it is to be reached, on a free port in place of its own. */
    public URI baseUri() {
        return URI.create("http://localhost:" + port);
    }

    /** Types what starts it, where the folder and the jar are, and leaves it running. */
    public void start(String script) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-ec", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logPath().toFile());
        bash.environment().putAll(environment());
        server = bash.start();
        Eventually.get("Keycloak's start", START_LIMIT, () -> {
            if (!server.isAlive()) {
                throw new IllegalStateException("Keycloak has ended:\n" + log());
            }
            return Optional.of(log()).filter(log -> log.contains(STARTED));
        });
    }

    /** Types something into another terminal, where the folder and the jar are. */
    public Shell.Result type(String script) {
        return new Shell(directory, environment()).run("set -e\n" + script);
    }

    /** What the server has printed. */
    public String log() {
        try {
            return Files.readString(logPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logPath() {
        return directory.resolve("server.log");
    }

    /** Only what keeps it apart from others on the machine, and its tools out of somebody's home folder. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_HTTP_PORT", String.valueOf(port));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        environment.put("KC_OPTS", "-XX:TieredStopAtLevel=1 -Duser.home=" + directory);
        return environment;
    }

    @Override
    public void close() {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }
}
