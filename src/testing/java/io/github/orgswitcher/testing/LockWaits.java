package io.github.orgswitcher.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/**
 * How often a server has waited for a lock from some moment on. MariaDB counts each time. PostgreSQL logs whoever waits for as long as it
 * takes to look for a deadlock, which is a second, or is told that it was in vain; who waits for what the same request has locked does
 * either, since nobody else can let go.
 *
 * @param server the server
 * @param before how often it had waited before
 */
public record LockWaits(KeycloakServer server, long before) {

    private static final String COUNTED =
            "select VARIABLE_VALUE from information_schema.GLOBAL_STATUS where VARIABLE_NAME = 'INNODB_ROW_LOCK_WAITS'";

    /** From now on. */
    public static LockWaits of(KeycloakServer server) {
        return new LockWaits(server, count(server));
    }

    /** How often it has waited since. */
    public long since() {
        return count(server) - before;
    }

    private static long count(KeycloakServer server) {
        if (HeldRows.onMariaDb(server)) {
            return Long.parseLong(server.sql().one(COUNTED));
        }
        try (Stream<String> lines = Files.lines(PostgresDatabase.log(FixtureSettings.directory()))) {
            return lines.filter(line -> line.contains(" still waiting for ") || line.contains("due to lock timeout"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
