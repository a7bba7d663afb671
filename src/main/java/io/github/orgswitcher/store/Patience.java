package io.github.orgswitcher.store;

import com.google.common.base.Ticker;
import io.github.orgswitcher.platform.Background;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/**
 * How long one request waits for others, in all the transactions of ours that it opens: each takes what those before it have left.
 * What nobody waits for has patience anew with each transaction.
 */
public final class Patience {

    private static final Duration WHOLE = Duration.ofSeconds(5);

    /** Who has waited in vain waits that long for the next row, so that what nobody holds can still be written. */
    private static final Duration LEAST = Duration.ofMillis(100);

    /** A statement that takes no longer is one that works. */
    private static final Duration WORK = Duration.ofMillis(250);

    private final Ticker ticker;
    private Duration left = WHOLE;
    private boolean givenUp;

    Patience(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * That of a request, or of one more transaction where nobody waits.
     *
     * @param session the session of the request or of the task, or of a transaction of ours
     * @return what is left of it
     */
    public static Patience of(KeycloakSession session) {
        Patience present = session.getAttribute(Patience.class.getName(), Patience.class);
        if (present != null) {
            return present;
        }
        Patience whole = new Patience(Ticker.systemTicker());
        if (!Background.isIn(session)) {
            whole.share(session);
        }
        return whole;
    }

    /** Has another session wait at the expense of this one. */
    void share(KeycloakSession session) {
        session.setAttribute(Patience.class.getName(), this);
    }

    /**
     * How long the next statement may wait.
     *
     * @return never so little that it could not be executed
     */
    public Duration left() {
        return isUsedUp() ? LEAST : left;
    }

    /** Whether nothing more is tried again. */
    boolean isUsedUp() {
        return left.compareTo(LEAST) <= 0;
    }

    /** Nothing is left, and others are still in the way. */
    void giveUp() {
        givenUp = true;
    }

    /**
     * Whether others were still in the way of a transaction when nothing was left. Who has more to do of the same kind says that
     * it was not done.
     *
     * @return false for what nobody waits for
     */
    public boolean isGivenUp() {
        return givenUp;
    }

    /**
     * Something begins that may have to wait.
     *
     * @return when, to be told at its {@link #end}
     */
    public long begin() {
        return ticker.read();
    }

    /**
     * It has ended, or failed.
     *
     * @param begun what its beginning has answered
     */
    public void end(long begun) {
        Duration took = Duration.ofNanos(ticker.read() - begun);
        if (took.compareTo(WORK) > 0) {
            left = left.minus(took);
        }
    }
}
