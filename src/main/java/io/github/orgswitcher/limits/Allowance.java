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
 * <p>It is never more than the limit. Up to {@value #PROBES} times it is exact; of more slots as many are tried at random, so
 * that a time costs the same whatever the limit, and when nine of ten are taken, one of eight tries finds none.
 *
 * @param key what is counted; holds no secret and no address
 * @param times how often
 * @param seconds the period
 */
public record Allowance(String key, int times, long seconds) {

    private static final String PREFIX = "org-switcher.email-sign-in.";
    private static final int PROBES = 20;
    private static final int MOST_FREED = 1_000;

    /**
     * Takes a slot.
     *
     * @return the key to free it by, or empty where none is free
     */
    Optional<String> take(SingleUseObjectProvider store) {
        IntStream numbers = times <= PROBES
                ? IntStream.range(0, times)
                : ThreadLocalRandom.current().ints(PROBES, 0, times);
        return numbers.mapToObj(this::slot)
                .filter(slot -> store.putIfAbsent(slot, seconds))
                .findFirst();
    }

    /** Frees all slots, or the first thousand: whoever allows more keeps nobody out. */
    void reset(SingleUseObjectProvider store) {
        IntStream.range(0, Math.min(times, MOST_FREED)).mapToObj(this::slot).forEach(store::remove);
    }

    private String slot(int number) {
        return PREFIX + key + "." + number;
    }
}
