package io.github.orgswitcher.membership;

import io.github.orgswitcher.store.RefusedException;

/** A choice that a rule does not allow. */
public final class ChoiceRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String field;
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
        super(messageKey, parameters);
        this.field = field;
        this.error = error;
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
     * The event's error.
     *
     * @return an error code
     */
    public String error() {
        return error;
    }
}
