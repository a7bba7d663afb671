package io.github.orgswitcher.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that a domain cannot be an allowed domain, and why. */
public final class RefusedDomainException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String domain;
    private final @Nullable String meant;

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
        this.meant = refusal == Refusal.MALFORMED ? MeantDomain.of(text).orElse(null) : null;
    }

    /** Why it was refused. */
    public Refusal refusal() {
        return refusal;
    }

    /** What was given, for messages: at most 100 characters, without control and invisible formatting characters. */
    public String domain() {
        return domain;
    }

    /** The domain that is meant by what was given; empty where that is a domain, or stands for none. */
    public Optional<String> meant() {
        return Optional.ofNullable(meant);
    }

    /** The key of the sentence for whoever has typed it; its only parameter is {@link #named}. */
    public String messageKey() {
        if (meant != null) {
            return "orgSwitcherDidYouMean";
        }
        return refusal == Refusal.MALFORMED && domain.isBlank() ? "orgSwitcherDomainMissing" : refusal.messageKey();
    }

    /** The domain that the sentence names. */
    public String named() {
        return meant == null ? domain : meant;
    }
}
