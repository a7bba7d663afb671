package io.github.orgswitcher.store;

/** A transaction in a realm that was removed before it, or while it was under way: trying again is of no use. Nothing was written. */
public final class RealmGoneException extends LostRaceException {

    private static final long serialVersionUID = 1L;

    RealmGoneException() {
        super("the realm is gone");
    }
}
