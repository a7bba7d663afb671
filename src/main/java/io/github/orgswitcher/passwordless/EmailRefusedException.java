package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.store.RefusedException;
import org.keycloak.events.Errors;

/** Something that a person asked for and does not get; one message, on its field, and one event. */
final class EmailRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String error;

    /**
     * Refuses.
     *
     * @param field the form's field that the message belongs to
     * @param messageKey key of the sentence for the person
     * @param error the error of the event, in Keycloak's form
     * @param parameters the message's parameters
     */
    EmailRefusedException(String field, String messageKey, String error, Object... parameters) {
        super(messageKey, parameters);
        this.field = field;
        this.error = error;
    }

    /** Refuses while a user storage that may know the person does not answer. */
    static EmailRefusedException unavailable() {
        return new EmailRefusedException(
                EmailSignInForm.EMAIL, "orgSwitcherEmailErrorDirectory", EmailSignInEvents.STORAGE_UNAVAILABLE);
    }

    /**
     * Refuses while Keycloak's brute-force detection has locked the account.
     *
     * @param error the event's error, which tells for how long
     */
    static EmailRefusedException locked(String field, String error) {
        boolean temporarily = Errors.USER_TEMPORARILY_DISABLED.equals(error);
        return new EmailRefusedException(
                field, temporarily ? "orgSwitcherEmailErrorLocked" : "orgSwitcherEmailErrorNotAllowed", error);
    }

    /** Whether the same will be taken in a moment. */
    boolean isTooSoon() {
        return EmailSignInEvents.TOO_SOON.equals(error);
    }

    String field() {
        return field;
    }

    String error() {
        return error;
    }
}
