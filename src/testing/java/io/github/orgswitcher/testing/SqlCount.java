package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The SQL statements that the server has run while something happened.
 *
 * <p>PostgreSQL itself counts ({@code pg_stat_statements}), by the role that only Keycloak uses. That includes what does not
 * pass Hibernate's log, and no log needs to be flushed: a statement is counted when its execution ends. BEGIN and COMMIT
 * are left out, and so are statements that failed, and the looks for domains to check again and for mails to send, which the
 * server takes every second in tests.
 */
public final class SqlCount {

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

    private final List<SqlStatement> statements;

    private SqlCount(List<SqlStatement> statements) {
        this.statements = statements;
    }

    /**
     * Counts during a block, once the server has nothing else under way.
     *
     * @throws UnsupportedOperationException when the server's database is out of reach
     */
    public static SqlCount during(KeycloakServer server, Runnable block) {
        DataSource dataSource = server.database();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            awaitIdle(statement);
            statement.execute("SELECT pg_stat_statements_reset()");
            block.run();
            awaitIdle(statement);
            return new SqlCount(read(statement));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many statements were run. */
    public long total() {
        return statements.stream().mapToLong(SqlStatement::calls).sum();
    }

    /** How many blocks of tables and indexes the statements have looked at: what they cost, whatever the machine. */
    public long blocks() {
        return statements.stream().mapToLong(SqlStatement::blocks).sum();
    }

    /** How long PostgreSQL took over them, in milliseconds. */
    public double millis() {
        return statements.stream().mapToDouble(SqlStatement::millis).sum();
    }

    /** Each text once. */
    public List<SqlStatement> statements() {
        return statements;
    }

    /** Those that have this in their text, such as a table's name, in any case of letters. */
    public SqlCount matching(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return new SqlCount(statements.stream()
                .filter(statement -> statement.text().toLowerCase(Locale.ROOT).contains(lower))
                .toList());
    }

    /** All statements, one a line, for messages of failed tests. */
    @Override
    public String toString() {
        return statements.stream()
                .map(statement -> statement.calls() + " x " + statement.text())
                .collect(Collectors.joining("\n"));
    }

    private static List<SqlStatement> read(Statement statement) throws SQLException {
        List<SqlStatement> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT query, calls, total_exec_time, shared_blks_hit + shared_blks_read FROM pg_stat_statements"
                        + " WHERE userid = '" + PostgresDatabase.ROLE
                        + "'::regrole AND query NOT ILIKE ALL (ARRAY['%order by %checked_at%', '%order by %due_at%',"
                        + " 'delete from orgsw_outbox%sent_at<%']) ORDER BY query")) {
            while (rows.next()) {
                found.add(new SqlStatement(rows.getString(1), rows.getLong(2), rows.getDouble(3), rows.getLong(4)));
            }
        }
        return found;
    }

    /** A response may reach the test before the server's last transaction of that request is through. */
    private static void awaitIdle(Statement statement) {
        Eventually.get("The end of the server's statements", IDLE_LIMIT, () -> {
            try (ResultSet busy = statement.executeQuery("SELECT 1 FROM pg_stat_activity" + " WHERE usename = '"
                    + PostgresDatabase.ROLE + "' AND state <> 'idle'")) {
                return busy.next() ? Optional.empty() : Optional.of(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
