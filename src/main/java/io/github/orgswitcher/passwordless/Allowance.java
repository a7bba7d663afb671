package io.github.orgswitcher.passwordless;

import java.util.Optional;
import java.util.stream.IntStream;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Lets something happen so many times within a period, counted for all nodes together. Each time takes one of as many
 * slots, and a slot becomes free again when its period is over. Keycloak's store of single-use objects puts a key only
 * where there is none, on whichever node, so that of two who reach for the last slot one gets it.
 */
final class Allowance {

    private static final String PREFIX = "org-switcher.email-sign-in.";

    private final SingleUseObjectProvider store;
    private final String key;
    private final int slots;
    private final long seconds;

    /**
     * An allowance.
     *
     * @param store the store that all nodes share
     * @param key what is counted; holds no secret and no address
     * @param slots how many times
     * @param seconds how long each time counts
     */
    Allowance(SingleUseObjectProvider store, String key, int slots, long seconds) {
        this.store = store;
        this.key = PREFIX + key;
        this.slots = slots;
        this.seconds = seconds;
    }

    /**
     * Takes a slot.
     *
     * @return it, or empty where none is free
     */
    Optional<Slot> take() {
        return IntStream.range(0, slots)
                .mapToObj(number -> key + "." + number)
                .filter(slot -> store.putIfAbsent(slot, seconds))
                .findFirst()
                .map(slot -> () -> store.remove(slot));
    }

    /** Frees all slots. */
    void reset() {
        IntStream.range(0, slots).forEach(number -> store.remove(key + "." + number));
    }

    /** A taken slot. */
    @FunctionalInterface
    interface Slot {

        /** Frees the slot, because what it was taken for did not happen. */
        void giveBack();
    }
}
