package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a server's database that a connection of the test holds, so that whoever wants to write them waits: a race that
 * begins when it is let go, and not by luck. Tables are in capitals, by which MariaDB tells them apart.
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
        return locked(server, "select ID from ORG where ID = ? for update", orgId);
    }

    /** Holds our rows of the domains that an organization allows. */
    public static HeldRows ofDomains(KeycloakServer server, String orgId) {
        return locked(server, "select ID from ORGSW_ALLOWED_DOMAIN where ORG_ID = ? for update", orgId);
    }

    /** Holds Keycloak's rows of an organization's invitations. */
    public static HeldRows ofInvitations(KeycloakServer server, String orgId) {
        return locked(server, "select ID from ORG_INVITATION where ORGANIZATION_ID = ? for update", orgId);
    }

    /** Holds Keycloak's row of the group of an organization's members. */
    public static HeldRows ofMembers(KeycloakServer server, String orgId) {
        return locked(
                server,
                "select ID from KEYCLOAK_GROUP where ID in (select GROUP_ID from ORG where ID = ?) for update",
                orgId);
    }

    /** Holds Keycloak's row of a realm. */
    public static HeldRows ofRealm(KeycloakServer server, String realmId) {
        return locked(server, "select ID from REALM where ID = ? for update", realmId);
    }

    /** Holds Keycloak's row of a user. */
    public static HeldRows ofUser(KeycloakServer server, String userId) {
        return locked(server, "select ID from USER_ENTITY where ID = ? for update", userId);
    }

    /**
     * Holds the table of events on PostgreSQL: whoever brings one about waits when all else is done, and before anybody else sees
     * what was written.
     */
    public static HeldRows ofEvents(KeycloakServer server) {
        return hold(server, "lock table EVENT_ENTITY in exclusive mode", lock -> {
            lock.execute();
            return true;
        });
    }

    /** Holds our row of a person, who has one. */
    public static HeldRows ofPerson(KeycloakServer server, String userId) {
        return locked(server, "select USER_ID from ORGSW_PERSON where USER_ID = ? for update", userId);
    }

    /** Holds what is ours of a person of whom nothing is on record, as if somebody were about to keep something. */
    public static HeldRows ofNewPerson(KeycloakServer server, String realmId, String userId) {
        return inserted(
                server,
                "insert into ORGSW_PERSON (REALM_ID, USER_ID, SKIPPED, PASSKEY_OFFERED, NEVER_USED)"
                        + " values (?, ?, false, false, false)",
                realmId,
                userId);
    }

    /** Holds the name of an organization that is not there, as if somebody were about to make one. */
    public static HeldRows ofNewOrganization(KeycloakServer server, String realmId, String name) {
        return inserted(
                server,
                "insert into ORG (ID, REALM_ID, GROUP_ID, NAME, ALIAS, ENABLED) values (?, ?, ?, ?, ?, true)",
                newId(),
                realmId,
                newId(),
                name,
                newId());
    }

    /** Holds the address of a user who is not there, as if somebody were about to register. */
    public static HeldRows ofNewUser(KeycloakServer server, String realmId, String address) {
        return inserted(
                server,
                "insert into USER_ENTITY (ID, REALM_ID, USERNAME, EMAIL_CONSTRAINT, ENABLED, EMAIL_VERIFIED, NOT_BEFORE)"
                        + " values (?, ?, ?, ?, true, true, 0)",
                newId(),
                realmId,
                address,
                address);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static HeldRows locked(KeycloakServer server, String sql, String id) {
        return hold(server, sql, lock -> {
            lock.setString(1, id);
            return lock.executeQuery().next();
        });
    }

    private static HeldRows inserted(KeycloakServer server, String sql, String... values) {
        return hold(server, sql, insert -> {
            for (int index = 0; index < values.length; index++) {
                insert.setString(index + 1, values[index]);
            }
            return insert.executeUpdate() == 1;
        });
    }

    private static HeldRows hold(KeycloakServer server, String sql, Hold hold) {
        try {
            return new HeldRows(server, holding(server.database().getConnection(), sql, hold));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Whatever is held by a connection that nobody gets, nobody would ever let go. */
    private static Connection holding(Connection holder, String sql, Hold hold) throws SQLException {
        boolean holds = false;
        try {
            holder.setAutoCommit(false);
            limit(holder, LIMIT);
            try (PreparedStatement statement = holder.prepareStatement(sql)) {
                holds = hold.by(statement);
            }
            if (!holds) {
                throw new IllegalStateException("No row: " + sql);
            }
            return holder;
        } finally {
            if (!holds) {
                holder.close();
            }
        }
    }

    private static void limit(Connection connection, Duration wait) throws SQLException {
        try (Statement patience = connection.createStatement()) {
            patience.execute(
                    onMariaDb(connection)
                            ? "set innodb_lock_wait_timeout = " + wait.toSeconds()
                            : "set lock_timeout = " + wait.toMillis());
        }
    }

    /** Has one connection more wait for Keycloak's row of an organization, which is held; returns when it has waited that long in vain. */
    public static void waitInVain(KeycloakServer server, String orgId, Duration wait) {
        try (Connection connection = server.database().getConnection();
                PreparedStatement lock = connection.prepareStatement("update ORG set ENABLED = ENABLED where ID = ?")) {
            limit(connection, wait);
            lock.setString(1, orgId);
            lock.executeUpdate();
        } catch (SQLException e) {
            return;
        }
        throw new IllegalStateException("Nobody holds the organization");
    }

    /** Executes a statement; whether it has a row. */
    private interface Hold {
        boolean by(PreparedStatement statement) throws SQLException;
    }

    static boolean onMariaDb(KeycloakServer server) {
        try (Connection connection = server.database().getConnection()) {
            return onMariaDb(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean onMariaDb(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    }

    /** Begins calls, lets go when this many connections of the server wait, and waits for what is answered. */
    public <T> List<T> race(int waiting, List<Supplier<T>> calls) {
        AtOnce<T> begun = AtOnce.begin(calls);
        untilWaiting(waiting).close();
        return begun.answers();
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

    /** Keeps what was inserted, and lets go. */
    public void commit() {
        try {
            if (holder != null) {
                holder.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        close();
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
