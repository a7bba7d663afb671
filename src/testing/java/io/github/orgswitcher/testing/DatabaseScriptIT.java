package io.github.orgswitcher.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Keycloak may not change the database itself, but writes what a database administrator is to run. */
final class DatabaseScriptIT {

    /** Ours, and the one where Liquibase keeps what has run of our changes. */
    private static final String TABLES = """
            select table_name from information_schema.tables
             where table_name like 'orgsw%' or table_name = 'databasechangelog_org_switch'
            """;

    /** All that columns and indexes are, in PostgreSQL's words. */
    private static final String SCHEMA = """
            select concat_ws(' ', table_name, column_name, data_type, character_maximum_length, collation_name, is_nullable,
                             column_default)
              from information_schema.columns where table_name like 'orgsw%'
            union
            select indexdef from pg_indexes where tablename like 'orgsw%'
             order by 1
            """;

    @TempDir
    private Path directory;

    @Test
    void scriptMakesWhatKeycloakWouldMake() throws IOException, SQLException {
        EmbeddedDatabase database = PostgresDatabase.startIn(directory);
        try {
            Path all = script(database, "all.sql");
            run(database, Files.readString(all));
            assertThat(read(database.dataSource(), SCHEMA))
                    .isEqualTo(read(DistributionServer.shared().database(), SCHEMA));

            drop(database);
            Path ours = script(database, "ours.sql");
            assertThat(Files.readString(ours)).contains("ORGSW_ALLOWED_DOMAIN").doesNotContain("TABLE public.REALM");
            run(database, Files.readString(ours));
            start(database, directory.resolve("none.sql")).close();
        } finally {
            database.stop();
        }
    }

    /** Keycloak writes the script and ends. */
    private Path script(EmbeddedDatabase database, String name) {
        Path script = directory.resolve(name);
        assertThatThrownBy(() -> start(database, script)).hasMessageContaining(name);
        return script;
    }

    private KeycloakNode start(EmbeddedDatabase database, Path script) throws IOException {
        List<String> options = new ArrayList<>(database.options());
        options.addAll(List.of(
                "--spi-connections-jpa--quarkus--migration-strategy=manual",
                "--spi-connections-jpa--quarkus--initialize-empty=false",
                "--spi-connections-jpa--quarkus--migration-export=" + script));
        return KeycloakNode.start(
                BuiltDistribution.on(DatabaseKind.POSTGRES),
                options,
                database.environment(),
                KeycloakNode.BRIEFLY,
                DatabaseKind.POSTGRES.directory().resolve("script.log"));
    }

    private static void drop(EmbeddedDatabase database) throws SQLException {
        for (String table : read(database.dataSource(), TABLES)) {
            run(database, "drop table " + table);
        }
    }

    /** Whoever runs the script gives Keycloak what it makes. */
    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + PostgresDatabase.ROLE);
            statement.execute(sql);
        }
    }

    private static List<String> read(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
