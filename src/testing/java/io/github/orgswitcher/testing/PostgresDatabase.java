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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A PostgreSQL from binaries on Maven Central. Keycloak has a role of its own there, so that its
 * statements can be told from those of the tests.
 */
final class PostgresDatabase implements EmbeddedDatabase {

    private static final String NAME = "keycloak";
    static final String ROLE = "keycloak";
    private static final String PASSWORD = "keycloak";

    private final EmbeddedPostgres postgres;

    private PostgresDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static PostgresDatabase startIn(Path directory) {
        try {
            Files.createDirectories(directory);
            ProcessBuilder.Redirect log =
                    ProcessBuilder.Redirect.appendTo(log(directory).toFile());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("postgres-data-" + UUID.randomUUID()))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("log_lock_waits", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("pg_stat_statements.track_utility", "off")
                    .start();
            PostgresDatabase database = new PostgresDatabase(postgres);
            execute(postgres.getPostgresDatabase(), "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
            execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + NAME + " OWNER " + ROLE);
            execute(database.dataSource(), "CREATE EXTENSION pg_stat_statements");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it logs where it writes to this directory. */
    static Path log(Path directory) {
        return directory.resolve("postgres.log");
    }

    @Override
    public DataSource dataSource() {
        // Values are sent as texts without a type, which PostgreSQL takes for any column.
        return postgres.getDatabase("postgres", NAME, Map.of("preferQueryMode", "simple"));
    }

    @Override
    public List<String> options() {
        return List.of("--db-url=" + jdbcUrl(), "--db-username=" + ROLE, "--db-password=" + PASSWORD);
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + NAME;
    }

    @Override
    public void stop() {
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
