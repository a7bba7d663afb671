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
    private Duration limited;
    private long begun;

    /** Of a connection that waits no longer than is left already; it is limited again before a statement that has less. */
    StatementWaits(Patience patience, Runnable limit) {
        this.patience = patience;
        this.limit = limit;
        this.limited = patience.left();
    }

    @Override
    public void jdbcExecuteStatementStart() {
        begin();
    }

    @Override
    public void jdbcExecuteStatementEnd() {
        patience.end(begun);
    }

    @Override
    public void jdbcExecuteBatchStart() {
        begin();
    }

    @Override
    public void jdbcExecuteBatchEnd() {
        patience.end(begun);
    }

    private void begin() {
        Duration left = patience.left();
        if (!left.equals(limited)) {
            limited = left;
            limit.run();
        }
        begun = patience.begin();
    }
}
