package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.Patience;
import java.time.Duration;
import org.hibernate.SessionEventListener;

/**
 * Takes what the statements of one transaction wait from the patience of the request, and has each wait for no longer than is left
 * of it.
 */
final class StatementWaits implements SessionEventListener {

    private static final long serialVersionUID = 1L;

    private final transient Patience patience;
    private final transient Runnable limit;
    private final transient Runnable told;
    private Duration limited;
    private long begun;

    /**
     * Of a connection that waits no longer than is left already; it is limited again before a statement that has less. Who makes the
     * next query is told before that, and without a word to the database, which may answer none after a statement that has failed.
     */
    StatementWaits(Patience patience, Runnable limit, Runnable told) {
        this.patience = patience;
        this.limit = limit;
        this.told = told;
        this.limited = patience.left();
    }

    @Override
    public void jdbcExecuteStatementStart() {
        begin();
    }

    @Override
    public void jdbcExecuteStatementEnd() {
        ended();
    }

    @Override
    public void jdbcExecuteBatchStart() {
        begin();
    }

    @Override
    public void jdbcExecuteBatchEnd() {
        ended();
    }

    private void begin() {
        Duration left = patience.left();
        if (!left.equals(limited)) {
            limited = left;
            limit.run();
        }
        begun = patience.begin();
    }

    private void ended() {
        patience.end(begun);
        if (!patience.left().equals(limited)) {
            told.run();
        }
    }
}
