package io.github.orgswitcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The whole demo in this process and one that it starts: mailbox, inbox, application and Keycloak. */
public final class DemoServer implements AutoCloseable {

    private final Ports ports;
    private final DemoFiles files;
    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean closed;

    DemoServer(Ports ports, DemoFiles files) {
        this.ports = ports;
        this.files = files;
    }

    /**
     * Starts the demo, on fresh data.
     *
     * @param ports where it listens
     * @param files what it is made of
     * @return the running demo
     * @throws IOException where a file cannot be written or a port not be opened
     * @throws InterruptedException where the thread is interrupted
     * @throws DemoException where a port is taken or Keycloak does not start
     */
    public static DemoServer start(Ports ports, DemoFiles files) throws IOException, InterruptedException {
        DemoServer server = new DemoServer(ports, files);
        try {
            server.open(line -> {});
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Starts everything and gives Keycloak back, which may end by itself. */
    KeycloakServer open(Consumer<String> progress) throws IOException, InterruptedException {
        ports.requireFree();
        KeycloakInstallation installation = new KeycloakInstallation(files.keycloakHome());
        installation.prepare(files);
        Files.createDirectories(files.log().toAbsolutePath().getParent());
        Mailbox mailbox = Mailbox.start(ports.smtp());
        add(mailbox::close);
        add(LocalServer.start(ports.mail(), new InboxPages(mailbox))::close);
        add(LocalServer.start(ports.app(), new AppPages(files.app(), ports))::close);
        progress.accept("Starting Keycloak (the first time it builds itself, about a minute)");
        KeycloakServer keycloak = KeycloakServer.launch(installation, ports, files.log());
        add(keycloak::close);
        keycloak.awaitReady(progress);
        DemoAdmin admin = DemoAdmin.signIn(ports);
        admin.showTab();
        admin.invite("hooli", "ivan@freelance.example");
        return keycloak;
    }

    /**
     * Where the demo listens.
     *
     * @return the ports
     */
    public Ports ports() {
        return ports;
    }

    /** Ends everything, the last started first. A part that starts meanwhile ends at once. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    private synchronized void add(Part part) {
        if (closed) {
            part.close();
        } else {
            parts.push(part);
        }
    }

    private interface Part {
        void close();
    }
}
