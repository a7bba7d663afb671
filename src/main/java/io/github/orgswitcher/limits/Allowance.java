package io.github.orgswitcher.limits;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * How often something may happen within a period, counted for all nodes together. Each time takes one of as many slots, and a
 * slot becomes free again when its period is over. Keycloak's store of single-use objects puts a key only where there is
 * none, on whichever node, so that of two who reach for the last slot one gets it; a counter that is read and written would
 * lose one of two.
 *
 * <p>It is never more than the limit. Up to {@value #EXACT} times it is exact: all slots are tried, from any of them on. Of more
 * slots {@value #PROBES} are tried at random, so that a time costs the same whatever the limit, and when nine of ten are taken, one
 * of eight tries finds none.
 *
 * @param key what is counted; holds no secret and no address
 * @param times how often
 * @param seconds the period
 */
public record Allowance(String key, int times, long seconds) {

    private static final String PREFIX = "org-switcher.email-sign-in.";
    private static final int EXACT = 100;
    private static final int PROBES = 20;
    private static final int MOST_FREED = 1_000;

    /**
     * Takes a slot.
     *
     * @return the key to free it by, or empty where none is free
     */
    Optional<String> take(SingleUseObjectProvider store) {
        return numbers()
                .mapToObj(this::slot)
                .filter(slot -> store.putIfAbsent(slot, seconds))
                .findFirst();
    }

    private IntStream numbers() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (times > EXACT) {
            return random.ints(PROBES, 0, times);
        }
        int first = random.nextInt(EXACT);
        return IntStream.range(first, first + times).map(number -> number % times);
    }

    /** Frees all slots, or the first thousand: whoever allows more keeps nobody out. */
    void reset(SingleUseObjectProvider store) {
        IntStream.range(0, Math.min(times, MOST_FREED)).mapToObj(this::slot).forEach(store::remove);
    }

    private String slot(int number) {
        return PREFIX + key + "." + number;
    }
}
