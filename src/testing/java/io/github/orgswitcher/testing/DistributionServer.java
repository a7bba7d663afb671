package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** The real distribution in production mode, on free ports of the loopback interface. */
final class DistributionServer implements KeycloakServer {

    private static final String MAILS = "--spi-org-switcher-mails--outbox--";
    private static final String VERIFICATION = "--spi-org-switcher-verification--dns--";

    private final BuiltDistribution distribution;
    private final List<String> options;
    private final String javaOptions;
    private final Path directory;
    private final KeycloakNode node;
    private final EmbeddedDatabase database;
    private final Mailbox mailbox;
    private final DnsResponder dns;

    private DistributionServer(
            BuiltDistribution distribution,
            List<String> options,
            String javaOptions,
            Path directory,
            KeycloakNode node,
            EmbeddedDatabase database,
            Mailbox mailbox,
            DnsResponder dns) {
        this.distribution = distribution;
        this.options = options;
        this.javaOptions = javaOptions;
        this.directory = directory;
        this.node = node;
        this.database = database;
        this.mailbox = mailbox;
        this.dns = dns;
    }

    static DistributionServer shared() {
        return Shared.SERVER;
    }

    static DistributionServer onMariaDb() {
        return OnMariaDb.SERVER;
    }

    static DistributionServer asShipped() {
        return AsShipped.SERVER;
    }

    static DistributionServer bare() {
        return Bare.SERVER;
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
        return node.log();
    }

    @Override
    public ProcessHandle process() {
        return node.process();
    }

    @Override
    public Keycloak admin() {
        return node.admin();
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
        return start(BuiltDistribution.on(kind), kind.directory(), KeycloakNode.BRIEFLY, DistributionServer::hurried);
    }

    private static DistributionServer start(
            BuiltDistribution distribution,
            Path directory,
            String javaOptions,
            BiFunction<EmbeddedDatabase, DnsResponder, List<String>> settings) {
        try {
            Files.createDirectories(directory);
            EmbeddedDatabase database = distribution.database().start();
            onExit(database::stop);
            Mailbox mailbox = Mailbox.start("127.0.0.1");
            onExit(mailbox::stop);
            DnsResponder dns = DnsResponder.start();
            onExit(dns::close);

            List<String> options = settings.apply(database, dns);
            KeycloakNode node = KeycloakNode.start(
                    distribution, options, database.environment(), javaOptions, directory.resolve("server.log"));
            onExit(node::close);
            RanOn.note("distribution on " + distribution.database().option(), node.admin());
            return new DistributionServer(distribution, options, javaOptions, directory, node, database, mailbox, dns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one more node on the same database; what it prints goes to a file of its own. */
    KeycloakNode startAnotherNode() {
        return startAnotherNode(database.environment());
    }

    /** The same with another environment. */
    KeycloakNode startAnotherNode(Map<String, String> environment) {
        try {
            return KeycloakNode.start(
                    distribution, options, environment, javaOptions, directory.resolve("another-node.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> shipped(EmbeddedDatabase database) {
        List<String> options = new ArrayList<>(database.options());
        options.add("--db-pool-max-size=30");
        return options;
    }

    private static List<String> hurried(EmbeddedDatabase database, DnsResponder dns) {
        List<String> options = shipped(database);
        options.addAll(List.of(
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

    private static final class AsShipped {
        static final DistributionServer SERVER = start(
                BuiltDistribution.on(DatabaseKind.POSTGRES),
                Distribution.directory("shipped"),
                KeycloakNode.FOR_LONG,
                (database, dns) -> shipped(database));
    }

    private static final class Bare {
        static final DistributionServer SERVER = start(
                BuiltDistribution.bare(DatabaseKind.POSTGRES),
                Distribution.directory("bare"),
                KeycloakNode.FOR_LONG,
                (database, dns) -> shipped(database));
    }

    private static final class OnMariaDb {
        static final DistributionServer SERVER = start(DatabaseKind.MARIADB);
    }
}
