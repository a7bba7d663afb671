package io.github.orgswitcher.membership;

/** A decision on a request to join that a rule does not allow. Nothing was changed. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a decision.
     *
     * @param messageKey key of the sentence for whoever decides
     */
    RequestRefusedException(String messageKey) {
        super(messageKey);
    }

    /**
     * The sentence for whoever decides.
     *
     * @return a message key
     */
    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
