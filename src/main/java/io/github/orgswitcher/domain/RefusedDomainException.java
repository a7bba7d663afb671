package io.github.orgswitcher.domain;

/** Says that a domain cannot be an allowed domain, and why. */
public final class RefusedDomainException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String domain;

    /**
     * A refusal.
     *
     * @param refusal why
     * @param text what was given
     */
    public RefusedDomainException(Refusal refusal, String text) {
        super(refusal + ": " + ShownText.of(text));
        this.refusal = refusal;
        this.domain = ShownText.of(text);
    }

    /** Why it was refused. */
    public Refusal refusal() {
        return refusal;
    }

    /** What was given, for messages: at most 100 characters, without control and invisible formatting characters. */
    public String domain() {
        return domain;
    }
}
