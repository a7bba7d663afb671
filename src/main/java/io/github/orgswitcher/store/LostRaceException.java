package io.github.orgswitcher.store;

/**
 * A transaction that others were in the way of, each time it was tried. Nothing was written. It tells of what kind the last
 * obstacle was and no more: what databases say quotes what was to be written.
 */
public sealed class LostRaceException extends RuntimeException permits RealmGoneException {

    private static final long serialVersionUID = 1L;

    LostRaceException(RuntimeException last) {
        super(last.getClass().getName());
    }

    /** Others had each time what was to be locked. */
    LostRaceException() {
        this("locked by others");
    }

    LostRaceException(String obstacle) {
        super(obstacle);
    }
}
