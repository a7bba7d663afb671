package io.github.orgswitcher.setup;

import io.github.orgswitcher.store.RefusedException;

/** A set-up that cannot be made as it was asked for. Nothing was changed. */
public final class SetupRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final boolean conflict;
    private final String field;

    private SetupRefusedException(boolean conflict, String field, String messageKey, Object... parameters) {
        super(messageKey, parameters);
        this.conflict = conflict;
        this.field = field;
    }

    /** What was asked for does not exist or makes no sense. */
    static SetupRefusedException invalid(String field, String messageKey, Object... parameters) {
        return new SetupRefusedException(false, field, messageKey, parameters);
    }

    /** What was asked for would change what others have made. */
    static SetupRefusedException conflict(String field, String messageKey, Object... parameters) {
        return new SetupRefusedException(true, field, messageKey, parameters);
    }

    /** Whether it is the realm that stands in the way, and not the request. */
    public boolean isConflict() {
        return conflict;
    }

    /** The field of the request that cannot be fulfilled. */
    public String field() {
        return field;
    }
}
