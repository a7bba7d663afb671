package io.github.orgswitcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keycloak as a process of its own, in development mode on its embedded database. */
final class KeycloakServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final Path log;
    private final URI probe;

    private KeycloakServer(Process process, Path log, URI probe) {
        this.process = process;
        this.log = log;
        this.probe = probe;
    }

    /**
     * Starts the process and does not wait for it to be ready.
     *
     * @param installation what to start
     * @param ports where it listens, and where the other parts do
     * @param log the file that takes what Keycloak prints
     * @return the running process
     * @throws IOException where it cannot be started
     */
    static KeycloakServer launch(KeycloakInstallation installation, Ports ports, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(installation.home(), ports))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        // The demo is the same whatever Keycloak the user's shell is set up for.
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        environment.put("DEMO_URL", ports.keycloakUrl());
        environment.put("DEMO_BACKCHANNEL_URL", ports.keycloakUrl());
        environment.put("DEMO_APP_URL", ports.appUrl());
        environment.put("DEMO_SMTP_PORT", Integer.toString(ports.smtp()));
        URI probe = URI.create(ports.keycloakUrl() + "/realms/demo/.well-known/openid-configuration");
        return new KeycloakServer(builder.start(), log, probe);
    }

    private static List<String> command(Path home, Ports ports) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return List.of(
                home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--import-realm");
    }

    /**
     * Waits until the demo's realm answers.
     *
     * @param progress takes a line now and then
     * @throws InterruptedException where the thread is interrupted
     * @throws DemoException where Keycloak ends, or is not ready after ten minutes
     */
    void awaitReady(Consumer<String> progress) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        long start = System.nanoTime();
        Duration told = Duration.ZERO;
        while (!answers(client)) {
            if (process.waitFor(300, TimeUnit.MILLISECONDS)) {
                throw new DemoException("Keycloak ended while it started; " + log + " says why.");
            }
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.compareTo(START_LIMIT) > 0) {
                throw new DemoException("Keycloak did not get ready; " + log + " may say why.");
            }
            if (passed.minus(told).compareTo(TELL_EVERY) > 0) {
                told = passed;
                progress.accept("  still starting, " + passed.toSeconds() + " s");
            }
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(10)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nothing listens yet, or the server is only half there: that is what we wait for.
            return false;
        }
    }

    /**
     * Waits until the process has ended.
     *
     * @throws InterruptedException where the thread is interrupted
     */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the process and all that it has started, by force where it takes long. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
