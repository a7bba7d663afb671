package io.github.orgswitcher.lifecycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The extension's tables, as they are in the database. */
final class Rows {

    private static final List<String> TABLES = List.of("ORGSW_ALLOWED_DOMAIN", "ORGSW_JOIN_POLICY", "ORGSW_ENROLLMENT");

    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    /** How many rows each table has where a column has a value; tables without the column are left out. */
    Map<String, Integer> where(String column, String value) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String table : TABLES) {
            if (!column.equals("USER_ID") || table.equals("ORGSW_ENROLLMENT")) {
                counts.put(
                        table,
                        Integer.parseInt(query("select count(*) from " + table + " where " + column + " = ?", value)));
            }
        }
        return counts;
    }

    String enrollmentStatus(String orgId, String userId) {
        return query("select STATUS from ORGSW_ENROLLMENT where ORG_ID = ? and USER_ID = ?", orgId, userId);
    }

    /** Writes an enrollment as a join over an allowed domain leaves it. */
    void addJoined(String realmId, String orgId, String userId) {
        execute(
                "insert into ORGSW_ENROLLMENT (REALM_ID, ORG_ID, USER_ID, STATUS, METHOD, DOMAIN, CREATED_AT, UPDATED_AT)"
                        + " values (?, ?, ?, 'JOINED', 'ALLOWED_DOMAIN', 'acme.example', 1, 1)",
                realmId,
                orgId,
                userId);
    }

    private String query(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void execute(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
