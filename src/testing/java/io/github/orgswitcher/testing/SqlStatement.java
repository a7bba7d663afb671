package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * A statement that the server has run.
 *
 * @param text with placeholders such as {@code $1} instead of values
 * @param calls how often
 * @param millis how long PostgreSQL took over all its calls together
 * @param blocks how many blocks of tables and indexes all its calls together have looked at, in memory or on the disk
 */
public record SqlStatement(String text, long calls, double millis, long blocks) {

    /**
     * How PostgreSQL would run it whatever the values are, by the statistics of now ({@code ANALYZE} the tables after
     * filling them).
     */
    public String plan(KeycloakServer server) {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + text)) {
            StringJoiner plan = new StringJoiner("\n");
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
