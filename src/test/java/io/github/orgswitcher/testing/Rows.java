package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The extension's tables, as they are in the database. */
public final class Rows {

    private static final Map<String, Set<String>> TABLES = Map.of(
            "ORGSW_ALLOWED_DOMAIN", Set.of("REALM_ID", "ORG_ID"),
            "ORGSW_JOIN_POLICY", Set.of("REALM_ID", "ORG_ID"),
            "ORGSW_ENROLLMENT", Set.of("REALM_ID", "ORG_ID", "USER_ID"),
            "ORGSW_PERSON", Set.of("REALM_ID", "USER_ID"),
            "ORGSW_SETTINGS", Set.of("REALM_ID"));

    private final DataSource database;

    public Rows(DataSource database) {
        this.database = database;
    }

    /** How many rows each table has where a column has a value; tables without the column are left out. */
    public Map<String, Integer> where(String column, String value) {
        Map<String, Integer> counts = new TreeMap<>();
        TABLES.forEach((table, columns) -> {
            if (columns.contains(column)) {
                counts.put(
                        table,
                        Integer.parseInt(one("select count(*) from " + table + " where " + column + " = ?", value)));
            }
        });
        return counts;
    }

    /** The allowed domains of an organization, each with its owner. */
    public List<String> domains(String orgId) {
        return query(
                "select DOMAIN || ' ' || SOURCE from ORGSW_ALLOWED_DOMAIN where ORG_ID = ? order by DOMAIN", orgId);
    }

    /** What each owner says of an organization's join mode. */
    public List<String> joinModes(String orgId) {
        return query(
                "select SOURCE || ' ' || coalesce(JOIN_MODE, 'null') from ORGSW_JOIN_POLICY where ORG_ID = ? order by SOURCE",
                orgId);
    }

    public String enrollmentStatus(String orgId, String userId) {
        return one("select STATUS from ORGSW_ENROLLMENT where ORG_ID = ? and USER_ID = ?", orgId, userId);
    }

    /** Writes an enrollment as a join over an allowed domain leaves it. */
    public void addJoined(String realmId, String orgId, String userId) {
        execute(
                "insert into ORGSW_ENROLLMENT (REALM_ID, ORG_ID, USER_ID, STATUS, METHOD, DOMAIN, CREATED_AT, UPDATED_AT)"
                        + " values (?, ?, ?, 'JOINED', 'ALLOWED_DOMAIN', 'acme.example', 1, 1)",
                realmId,
                orgId,
                userId);
        execute("insert into ORGSW_PERSON (REALM_ID, USER_ID) values (?, ?) on conflict do nothing", realmId, userId);
    }

    /** Loses an organization's allowed domains, as if the extension had not been there when they were declared. */
    public void loseDomains(String orgId) {
        execute("delete from ORGSW_ALLOWED_DOMAIN where ORG_ID = ?", orgId);
    }

    /** Removes an organization's attributes behind Keycloak's back, as a change without the extension does. */
    public void loseAttributes(String orgId) {
        execute("delete from GROUP_ATTRIBUTE where GROUP_ID = (select GROUP_ID from ORG where ID = ?)", orgId);
    }

    private String one(String sql, String... parameters) {
        List<String> values = query(sql, parameters);
        if (values.size() != 1) {
            throw new AssertionError(sql + " gives " + values);
        }
        return values.get(0);
    }

    private List<String> query(String sql, String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
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
