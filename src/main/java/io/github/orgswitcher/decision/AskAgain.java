package io.github.orgswitcher.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When somebody whom an organization has turned down may ask it again.
 *
 * @param days so many days after the denial; null for not before it is taken back
 */
public record AskAgain(@Nullable Integer days) {

    /** Not before the denial is taken back. */
    public static final AskAgain NEVER = new AskAgain(null);

    /** Before every denial. */
    private static final Instant NONE_HAS_ENDED = Instant.ofEpochMilli(Long.MIN_VALUE);

    /**
     * From when on the person may ask again.
     *
     * @param joinMode what a match gives there now: where nobody is asked, nobody asks again
     * @param denied when the person was turned down
     * @return the time; empty for not before the denial is taken back
     */
    public Optional<Instant> after(JoinMode joinMode, Instant denied) {
        return Optional.ofNullable(days)
                .filter(set -> joinMode == JoinMode.REQUEST)
                .map(Duration::ofDays)
                .map(denied::plus);
    }

    /**
     * Which denials have come to their end.
     *
     * @param now the time
     * @return the time up to which all of them have
     */
    public Instant ended(Instant now) {
        return days == null ? NONE_HAS_ENDED : now.minus(Duration.ofDays(days));
    }
}
