package io.github.orgswitcher.testing;

import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.keycloak.admin.client.Keycloak;

/** A running Keycloak with the provider jar installed. It lives until the JVM ends; tests never stop it. */
public interface KeycloakServer {

    /** The one server of this run: the real distribution on PostgreSQL, started at the first call. */
    static KeycloakServer shared() {
        return DistributionServer.shared();
    }

    /**
     * The one server of this run on MariaDB with its defaults, started at the first call. Its transactions read repeatably, as
     * MariaDB's do and those of the extension's users do not: what holds there holds here.
     */
    static KeycloakServer onMariaDb() {
        return DistributionServer.onMariaDb();
    }

    /** The one container of this run, on Keycloak's own development database, started at the first call. */
    static KeycloakServer container() {
        return ContainerServer.shared();
    }

    /** A server as an operator starts it, with the extension and its periods as they are shipped: for benchmarks. */
    static KeycloakServer asShipped() {
        return DistributionServer.asShipped();
    }

    /** A server without the extension, for benchmarks. */
    static KeycloakServer bare() {
        return DistributionServer.bare();
    }

    /** Where browsers and applications reach the server, without a trailing slash. */
    URI baseUri();

    /** Where the server reaches itself, as the broker of one of its realms to another, without a trailing slash. */
    URI backchannelUri();

    /**
     * Where the server tells its health and its metrics, without a trailing slash.
     *
     * @throws UnsupportedOperationException when it is out of reach, as a container's is
     */
    URI managementUri();

    /**
     * The server's process.
     *
     * @throws UnsupportedOperationException when it is out of reach, as a container's is
     */
    ProcessHandle process();

    /** What the server has logged so far. */
    String log();

    /** A client with all rights, as the administrator of the master realm. */
    Keycloak admin();

    /** What the server has sent by mail. */
    Mailbox mailbox();

    /** A realm's {@code smtpServer} settings that end in {@link #mailbox()}. */
    Map<String, String> smtpSettings();

    /**
     * The name server that it asks about domains.
     *
     * @throws UnsupportedOperationException when it asks another, as a container does
     */
    DnsResponder dns();

    /**
     * The server's database, with all rights.
     *
     * @throws UnsupportedOperationException when the database is out of reach, as a container's is
     */
    DataSource database();

    /** Statements on that database. */
    default Sql sql() {
        return new Sql(database());
    }

    /** This server under the name {@code localhost}, without which browsers know no passkeys over plain HTTP. */
    default KeycloakServer atLocalhost() {
        return new LocalhostServer(this);
    }

    /** The base address of a realm's endpoints. */
    default URI realmUri(String realm) {
        return URI.create(baseUri() + "/realms/" + realm);
    }
}
