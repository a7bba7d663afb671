package io.github.orgswitcher.store;

/**
 * A rule says no. It is unchecked so that it rolls back the transaction it comes from, which is not tried again: the rule
 * would say the same.
 */
public abstract class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object[] parameters;

    /**
     * Refuses.
     *
     * @param messageKey key of the sentence that says why
     * @param parameters what the sentence names
     */
    protected RefusedException(String messageKey, Object... parameters) {
        super(messageKey);
        this.parameters = parameters.clone();
    }

    /**
     * The sentence that says why.
     *
     * @return a message key
     */
    public final String messageKey() {
        return String.valueOf(getMessage());
    }

    /**
     * What the sentence names.
     *
     * @return a copy
     */
    public final Object[] parameters() {
        return parameters.clone();
    }
}
