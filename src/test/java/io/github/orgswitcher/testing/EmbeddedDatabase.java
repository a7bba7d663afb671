package io.github.orgswitcher.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A PostgreSQL of this run alone, from binaries on Maven Central. Keycloak has a role of its own there, so that its
 * statements can be told from those of the tests.
 */
final class EmbeddedDatabase {

    static final String NAME = "keycloak";
    static final String ROLE = "keycloak";
    static final String PASSWORD = "keycloak";

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedDatabase startIn(Path directory) {
        try {
            Files.createDirectories(directory);
            ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(
                    directory.resolve("postgres.log").toFile());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("postgres-data-" + UUID.randomUUID()))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.track_utility", "off")
                    .start();
            EmbeddedDatabase database = new EmbeddedDatabase(postgres);
            execute(postgres.getPostgresDatabase(), "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
            execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + NAME + " OWNER " + ROLE);
            execute(database.dataSource(), "CREATE EXTENSION pg_stat_statements");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak's database as the superuser; each call of {@code getConnection} opens a connection. */
    DataSource dataSource() {
        // Statements are sent as they are, so that EXPLAIN (GENERIC_PLAN) takes placeholders.
        return postgres.getDatabase("postgres", NAME, Map.of("preferQueryMode", "simple"));
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + NAME;
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
