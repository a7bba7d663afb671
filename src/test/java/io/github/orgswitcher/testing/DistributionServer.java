package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** The real distribution in production mode, on free ports of the loopback interface. */
final class DistributionServer implements KeycloakServer {

    private final BuiltDistribution distribution;
    private final KeycloakNode node;
    private final EmbeddedDatabase database;
    private final Mailbox mailbox;
    private final Keycloak admin;

    private DistributionServer(
            BuiltDistribution distribution, KeycloakNode node, EmbeddedDatabase database, Mailbox mailbox) {
        this.distribution = distribution;
        this.node = node;
        this.database = database;
        this.mailbox = mailbox;
        this.admin = Administrator.client(node.baseUri());
    }

    static DistributionServer shared() {
        return Shared.SERVER;
    }

    @Override
    public URI baseUri() {
        return node.baseUri();
    }

    @Override
    public URI backchannelUri() {
        return node.baseUri();
    }

    @Override
    public URI managementUri() {
        return node.managementUri();
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

            KeycloakNode node = KeycloakNode.start(distribution, database, logPath());
            onExit(node::close);
            return new DistributionServer(distribution, node, database, mailbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one more node on the same database; what it prints goes to a file of its own. */
    KeycloakNode startAnotherNode() {
        Path log = FixtureSettings.directory().resolve("another-node.log");
        try {
            return KeycloakNode.start(distribution, database, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action));
    }

    private static final class Shared {
        static final DistributionServer SERVER = start();
    }
}
