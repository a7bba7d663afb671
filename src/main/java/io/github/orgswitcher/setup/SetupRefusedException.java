package io.github.orgswitcher.setup;

/** Something that stands in the way of a set-up; then nothing of it is done. */
public final class SetupRefusedException extends RuntimeException {

    private final boolean conflict;
    private final String field;
    private final String messageKey;
    private final Object[] parameters;

    private SetupRefusedException(boolean conflict, String field, String messageKey, Object... parameters) {
        super(messageKey);
        this.conflict = conflict;
        this.field = field;
        this.messageKey = messageKey;
        this.parameters = parameters.clone();
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

    /** The key of a sentence that says why. */
    public String messageKey() {
        return messageKey;
    }

    /** What the sentence names. */
    public Object[] parameters() {
        return parameters.clone();
    }
}
