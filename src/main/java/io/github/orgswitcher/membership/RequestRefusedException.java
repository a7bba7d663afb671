package io.github.orgswitcher.membership;

import io.github.orgswitcher.store.RefusedException;

/** What somebody who may was to decide on a person, and a rule does not allow. Nothing was changed. */
public final class RequestRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a decision.
     *
     * @param messageKey key of the sentence for whoever decides
     * @param parameters what the sentence names
     */
    public RequestRefusedException(String messageKey, Object... parameters) {
        super(messageKey, parameters);
    }
}
