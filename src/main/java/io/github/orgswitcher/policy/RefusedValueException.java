package io.github.orgswitcher.policy;

import java.util.List;

/** A value that a setting cannot have. */
public final class RefusedValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<String> params;

    RefusedValueException(String messageKey, String... params) {
        super(messageKey);
        this.messageKey = messageKey;
        this.params = List.of(params);
    }

    /**
     * What is wrong, as a sentence.
     *
     * @return a message key
     */
    public String messageKey() {
        return messageKey;
    }

    /**
     * What the sentence names.
     *
     * @return its parameters
     */
    public List<String> params() {
        return params;
    }
}
