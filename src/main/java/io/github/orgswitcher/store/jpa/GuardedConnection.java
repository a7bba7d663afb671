package io.github.orgswitcher.store.jpa;

import static io.github.orgswitcher.platform.table.RealmQueries.LONGEST_LOCKING;
import static org.hibernate.Timeouts.WAIT_FOREVER_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import io.github.orgswitcher.store.Patience;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a transaction of ours: it sees what others commit, and no statement waits for a lock longer than there is
 * {@link Patience} left. Where the database keeps the time-out with the connection, it is given back as it was. In a request of
 * Keycloak's own only the time-out is ours, for as long as we write.
 */
final class GuardedConnection {

    /**
     * How a database is told; some forget it themselves when the transaction ends.
     *
     * @param unit that it counts in
     * @param least that it takes for a time-out
     * @param ofEachLock whether it counts anew for each lock of a statement: for the place in the queue at a row, and for each of
     *     those who have it
     */
    private record LockTimeout(
            String read, String write, Duration unit, long least, boolean endsWithTransaction, boolean ofEachLock) {

        String command(Duration wait) {
            return command(
                    String.valueOf(Math.max(least, wait.plus(unit.dividedBy(2)).dividedBy(unit))));
        }

        String command(String value) {
            return write.formatted(value);
        }
    }

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final String READ_MYSQL = "select @@session.innodb_lock_wait_timeout";
    private static final String WRITE_MYSQL = "set session innodb_lock_wait_timeout = %s";

    /** Oracle has no such setting: what is locked there says itself how long it waits. */
    private static final Map<String, LockTimeout> LOCK_TIMEOUTS = Map.of(
            "PostgreSQL",
                    new LockTimeout(
                            "select current_setting('lock_timeout')",
                            "set local lock_timeout = '%s'",
                            MILLISECOND,
                            1,
                            true,
                            true),
            "MySQL", new LockTimeout(READ_MYSQL, WRITE_MYSQL, SECOND, 1, false, false),
            // It can wait not at all.
            "MariaDB", new LockTimeout(READ_MYSQL, WRITE_MYSQL, SECOND, 0, false, false),
            "H2", new LockTimeout("select lock_timeout()", "set lock_timeout %s", MILLISECOND, 1, false, false),
            "Microsoft SQL Server",
                    new LockTimeout("select @@lock_timeout", "set lock_timeout %s", MILLISECOND, 1, false, false));

    private final EntityManager em;
    private final Session hibernate;
    private final Patience patience;

    GuardedConnection(EntityManager em, Patience patience) {
        this.em = em;
        this.hibernate = em.unwrap(Session.class);
        this.patience = patience;
    }

    /** Does the work, whose first statement must be the transaction's first, and flushes what it has written. */
    <T> T call(Supplier<T> work) {
        Runnable giveBack = hibernate.doReturningWork(this::guard);
        hibernate.addEventListeners(
                new StatementWaits(patience, () -> hibernate.doWork(this::limitToWhatIsLeft), this::limitLocking));
        try {
            T result = work.get();
            em.flush();
            return result;
        } finally {
            giveBack.run();
        }
    }

    /** Does work that waits no longer either, in the middle of a transaction of somebody else's. */
    void limit(Runnable work) {
        Runnable giveBack = hibernate.doReturningWork(connection -> limit(connection, true));
        boolean done = false;
        long begun = patience.begin();
        try {
            work.run();
            done = true;
        } finally {
            patience.end(begun);
            // PostgreSQL answers nothing any more in a transaction that has failed, with which the time-out ends.
            if (done || !isForgotten()) {
                giveBack.run();
            }
        }
    }

    private boolean isForgotten() {
        return hibernate.doReturningWork(connection -> {
            LockTimeout timeout = timeout(connection);
            return timeout != null && timeout.endsWithTransaction();
        });
    }

    private Runnable guard(Connection connection) throws SQLException {
        // PostgreSQL refuses even the same level once something was read; the pool gives the level back by itself.
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return limit(connection, false);
    }

    private Runnable limit(Connection connection, boolean within) throws SQLException {
        LockTimeout timeout = timeout(connection);
        if (timeout == null) {
            Object before = hibernate.getProperties().getOrDefault(HINT_SPEC_LOCK_TIMEOUT, WAIT_FOREVER_MILLI);
            limitToWhatIsLeft(connection);
            return () -> hibernate.setProperty(HINT_SPEC_LOCK_TIMEOUT, before);
        }
        String before = within || !timeout.endsWithTransaction() ? read(connection, timeout.read()) : null;
        limitToWhatIsLeft(connection);
        return before == null
                ? () -> {}
                : () -> {
                    hibernate.doWork(same -> execute(same, timeout.command(before)));
                    hibernate.setProperty(LONGEST_LOCKING, 0);
                };
    }

    private void limitToWhatIsLeft(Connection connection) throws SQLException {
        LockTimeout timeout = timeout(connection);
        if (timeout == null) {
            hibernate.setProperty(
                    HINT_SPEC_LOCK_TIMEOUT, Math.toIntExact(patience.left().toMillis()));
        } else {
            execute(connection, timeout.command(patience.left()));
            limitLocking(timeout);
        }
    }

    private void limitLocking() {
        hibernate.doWork(connection -> limitLocking(timeout(connection)));
    }

    /** A driver breaks statements off after whole seconds. */
    private void limitLocking(@Nullable LockTimeout timeout) {
        if (timeout != null && timeout.ofEachLock()) {
            Duration left = patience.left().plus(SECOND).minus(MILLISECOND).truncatedTo(ChronoUnit.SECONDS);
            hibernate.setProperty(LONGEST_LOCKING, Math.toIntExact(left.toMillis()));
        }
    }

    private static @Nullable LockTimeout timeout(Connection connection) throws SQLException {
        return LOCK_TIMEOUTS.get(connection.getMetaData().getDatabaseProductName());
    }

    private static String read(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
