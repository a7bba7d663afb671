package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a server's database that a connection of the test holds, so that whoever wants to write them waits: a race that
 * begins when it is let go, and not by luck.
 */
public final class HeldRows implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KeycloakServer server;
    private @Nullable Connection holder;

    private HeldRows(KeycloakServer server, Connection holder) {
        this.server = server;
        this.holder = holder;
    }

    /** Holds Keycloak's row of an organization. */
    public static HeldRows ofOrganization(KeycloakServer server, String orgId) {
        return of(server, "select id from org where id = ? for update", orgId);
    }

    /** Holds Keycloak's row of a realm. */
    public static HeldRows ofRealm(KeycloakServer server, String realmId) {
        return of(server, "select id from realm where id = ? for update", realmId);
    }

    private static HeldRows of(KeycloakServer server, String sql, String id) {
        try {
            Connection holder = server.database().getConnection();
            holder.setAutoCommit(false);
            try (PreparedStatement lock = holder.prepareStatement(onMariaDb(holder) ? upperCaseTable(sql) : sql)) {
                lock.setString(1, id);
                if (!lock.executeQuery().next()) {
                    throw new IllegalStateException("No row: " + sql);
                }
            }
            return new HeldRows(server, holder);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static boolean onMariaDb(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    }

    /** MariaDB tells tables apart by the case of their letters. */
    private static String upperCaseTable(String sql) {
        return sql.replace("from org", "from ORG").replace("from realm", "from REALM");
    }

    /** Returns when this many connections of the server wait for a lock, and not before. */
    public HeldRows untilWaiting(int connections) {
        Eventually.get(
                connections + " connections that wait",
                LIMIT,
                () -> waiting() >= connections ? Optional.of(true) : Optional.empty());
        return this;
    }

    private long waiting() {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        onMariaDb(connection)
                                ? "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'"
                                : "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go. */
    @Override
    public void close() {
        try {
            if (holder != null) {
                holder.rollback();
                holder.close();
                holder = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
