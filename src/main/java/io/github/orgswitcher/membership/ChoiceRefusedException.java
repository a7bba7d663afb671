package io.github.orgswitcher.membership;

/**
 * A choice that a rule does not allow. It is unchecked so that it rolls back the transaction it comes from.
 */
public final class ChoiceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Object[] parameters;
    private final String error;

    /**
     * Refuses a choice.
     *
     * @param field the form's field that the message belongs to
     * @param messageKey key of the sentence for the person
     * @param error the error of the event, in Keycloak's form
     * @param parameters the message's parameters
     */
    public ChoiceRefusedException(String field, String messageKey, String error, Object... parameters) {
        super(messageKey);
        this.field = field;
        this.error = error;
        this.parameters = parameters.clone();
    }

    /**
     * The field at fault.
     *
     * @return the form's field that the message belongs to
     */
    public String field() {
        return field;
    }

    /**
     * The sentence for the person.
     *
     * @return a message key
     */
    public String messageKey() {
        return String.valueOf(getMessage());
    }

    /**
     * The message's parameters.
     *
     * @return a copy
     */
    public Object[] parameters() {
        return parameters.clone();
    }

    /**
     * The event's error.
     *
     * @return an error code
     */
    public String error() {
        return error;
    }
}
