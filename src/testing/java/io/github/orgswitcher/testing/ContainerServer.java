package io.github.orgswitcher.testing;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** The public Keycloak image with the provider jar. */
final class ContainerServer implements KeycloakServer {

    private static final String TEST_HOST = "host.docker.internal";

    private final URI baseUri;
    private final Mailbox mailbox;
    private final Keycloak admin;

    private ContainerServer(URI baseUri, Mailbox mailbox) {
        this.baseUri = baseUri;
        this.mailbox = mailbox;
        this.admin = Administrator.client(baseUri);
    }

    static ContainerServer shared() {
        return Shared.SERVER;
    }

    @Override
    public URI baseUri() {
        return baseUri;
    }

    @Override
    public URI backchannelUri() {
        return URI.create("http://localhost:8080");
    }

    @Override
    public URI managementUri() {
        throw new UnsupportedOperationException("The container's management port cannot be reached");
    }

    @Override
    public ProcessHandle process() {
        throw new UnsupportedOperationException("The container's processes cannot be reached");
    }

    @Override
    public String log() {
        try {
            return Files.readString(logPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return mailbox.smtpSettings(TEST_HOST);
    }

    @Override
    public DnsResponder dns() {
        throw new UnsupportedOperationException("The container asks its own name server");
    }

    @Override
    public DataSource database() {
        throw new UnsupportedOperationException("The container's database cannot be reached");
    }

    @SuppressWarnings("resource") // the hook below stops it
    private static ContainerServer start() {
        // The container comes in through the engine's bridge, not the loopback interface.
        Mailbox mailbox = Mailbox.start("0.0.0.0");
        KeycloakContainer container = new KeycloakContainer(ContainerImage.name())
                .withAdminUsername(Administrator.USERNAME)
                .withAdminPassword(Administrator.PASSWORD)
                .withProviderLibsFrom(List.of(FixtureSettings.providerJar().toFile()))
                .withStartupTimeout(Duration.ofMinutes(5));
        container.withExtraHost(TEST_HOST, "host-gateway");
        PrintStream log = logFile();
        container.withLogConsumer(frame -> log.print(frame.getUtf8String()));
        // Ryuk may be switched off, and then nobody else stops it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            container.stop();
            mailbox.stop();
            log.close();
        }));
        container.start();
        ContainerServer server = new ContainerServer(URI.create(container.getAuthServerUrl()), mailbox);
        RanOn.note("image", server.admin);
        return server;
    }

    private static Path logPath() {
        return FixtureSettings.directory().resolve("container.log");
    }

    private static PrintStream logFile() {
        try {
            Files.createDirectories(FixtureSettings.directory());
            return new PrintStream(logPath().toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final ContainerServer SERVER = start();
    }
}
