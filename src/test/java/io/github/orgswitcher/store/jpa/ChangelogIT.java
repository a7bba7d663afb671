package io.github.orgswitcher.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.KeycloakServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a new version makes of the rows of an earlier one, in a schema beside Keycloak's. */
class ChangelogIT {

    private static final String SCHEMA = "changelog_it";

    private Connection connection;

    @BeforeEach
    void openSchema() throws SQLException {
        connection = KeycloakServer.shared().database().getConnection();
        execute("create schema " + SCHEMA);
        execute("set search_path to " + SCHEMA);
    }

    @AfterEach
    void dropSchema() throws SQLException {
        execute("drop schema " + SCHEMA + " cascade");
        connection.close();
    }

    @Test
    void earlierDomainsAreFoundBySearches() throws LiquibaseException, SQLException {
        update("0.1.0-domain-search-name");
        for (String domain : new String[] {"acme.example", "*.acme.example"}) {
            execute("insert into ORGSW_ALLOWED_DOMAIN (ID, REALM_ID, ORG_ID, DOMAIN, SOURCE, CREATED_AT) values ('"
                    + domain + "', 'r', 'o', '" + domain + "', 'API', 1)");
        }

        update("");

        assertThat(searchNames())
                .containsExactly(
                        Map.entry("*.acme.example", "acme.example*"), Map.entry("acme.example", "acme.example"));
    }

    /** Runs the changes up to one, which is not among them; all where there is none of this id. */
    private void update(String end) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName(SCHEMA);
        database.setLiquibaseSchemaName(SCHEMA);
        Liquibase liquibase =
                new Liquibase("META-INF/org-switcher-changelog.xml", new ClassLoaderResourceAccessor(), database);
        int count = (int) liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .map(ChangeSet::getId)
                .takeWhile(id -> !id.equals(end))
                .count();
        liquibase.update(count, new Contexts(), new LabelExpression());
        database.setAutoCommit(true);
    }

    private Map<String, String> searchNames() throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select DOMAIN, SEARCH_NAME from ORGSW_ALLOWED_DOMAIN order by DOMAIN collate \"C\"")) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
