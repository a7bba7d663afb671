package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** The real distribution in production mode, on free ports of the loopback interface. */
final class DistributionServer implements KeycloakServer {

    private static final String MAILS = "--spi-org-switcher-mails--outbox--";
    private static final String VERIFICATION = "--spi-org-switcher-verification--dns--";

    private final BuiltDistribution distribution;
    private final KeycloakNode node;
    private final EmbeddedDatabase database;
    private final Mailbox mailbox;
    private final DnsResponder dns;
    private final Keycloak admin;

    private DistributionServer(
            BuiltDistribution distribution,
            KeycloakNode node,
            EmbeddedDatabase database,
            Mailbox mailbox,
            DnsResponder dns) {
        this.distribution = distribution;
        this.node = node;
        this.database = database;
        this.mailbox = mailbox;
        this.dns = dns;
        this.admin = Administrator.client(node.baseUri());
    }

    static DistributionServer shared() {
        return Shared.SERVER;
    }

    static DistributionServer onMariaDb() {
        return OnMariaDb.SERVER;
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
            return Files.readString(logPath(distribution.database()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path logPath(DatabaseKind kind) {
        return kind.directory().resolve("server.log");
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

    private static DistributionServer start(DatabaseKind kind) {
        try {
            Files.createDirectories(kind.directory());
            BuiltDistribution distribution = BuiltDistribution.on(kind);
            EmbeddedDatabase database = kind.start();
            onExit(database::stop);
            Mailbox mailbox = Mailbox.start("127.0.0.1");
            onExit(mailbox::stop);
            DnsResponder dns = DnsResponder.start();
            onExit(dns::close);

            KeycloakNode node = KeycloakNode.start(distribution, options(database, dns), logPath(kind));
            onExit(node::close);
            return new DistributionServer(distribution, node, database, mailbox, dns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one more node on the same database; what it prints goes to a file of its own. */
    KeycloakNode startAnotherNode() {
        Path log = distribution.database().directory().resolve("another-node.log");
        try {
            return KeycloakNode.start(distribution, options(database, dns), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(EmbeddedDatabase database, DnsResponder dns) {
        List<String> options = new ArrayList<>(database.options());
        options.addAll(List.of(
                "--db-pool-max-size=30",
                // So that a browser can be one of another network: UserAgent.ofNetwork.
                "--proxy-headers=xforwarded",
                // A day and some more would be long for a test.
                VERIFICATION + "servers=" + dns.server(),
                VERIFICATION + "timeout=500ms",
                VERIFICATION + "recheck-interval=1s",
                VERIFICATION + "lapse-after=2s",
                MAILS + "retry-after=1s",
                MAILS + "digest-interval=1h"));
        return options;
    }

    private static void onExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action));
    }

    private static final class Shared {
        static final DistributionServer SERVER = start(DatabaseKind.POSTGRES);
    }

    private static final class OnMariaDb {
        static final DistributionServer SERVER = start(DatabaseKind.MARIADB);
    }
}
