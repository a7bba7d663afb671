package io.github.orgswitcher.notice;

import io.github.orgswitcher.settings.DurationOption;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.Config;

/**
 * When mails are sent: the server's options, {@code --spi-org-switcher-mails--outbox--…}.
 *
 * @param retryAfter how long after the first failure a mail is tried again
 * @param giveUpAfter how old a mail becomes that cannot be sent
 * @param digestInterval how long requests wait after a mail about others
 */
record Rounds(Duration retryAfter, Duration giveUpAfter, Duration digestInterval) {

    static final String RETRY_AFTER = "retry-after";
    static final String GIVE_UP_AFTER = "give-up-after";
    static final String DIGEST_INTERVAL = "digest-interval";

    /** What holds where nothing is set. */
    static final Rounds DEFAULT = new Rounds(Duration.ofMinutes(1), Duration.ofDays(3), Duration.ofDays(1));

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_TICK = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 12;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException when one cannot be used; it names the option
     */
    static Rounds of(Config.Scope scope) {
        return new Rounds(
                DurationOption.read(scope, PostmanSpi.NAME, RETRY_AFTER, DEFAULT.retryAfter),
                DurationOption.read(scope, PostmanSpi.NAME, GIVE_UP_AFTER, DEFAULT.giveUpAfter),
                DurationOption.read(scope, PostmanSpi.NAME, DIGEST_INTERVAL, DEFAULT.digestInterval));
    }

    /** How often to look for what is due. */
    Duration tick() {
        return shorter(retryAfter, LONGEST_TICK);
    }

    /** When a mail is due again that has failed for the so-manyth time. */
    Instant nextTry(Instant now, int tries) {
        Duration wait = retryAfter.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return now.plus(shorter(wait, retryAfter.compareTo(LONGEST_WAIT) > 0 ? retryAfter : LONGEST_WAIT));
    }

    boolean isGivenUp(Instant createdAt, Instant now) {
        return !createdAt.plus(giveUpAfter).isAfter(now);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
