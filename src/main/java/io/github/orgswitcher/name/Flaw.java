package io.github.orgswitcher.name;

import java.util.Optional;

/** Why a name cannot be what it seems, whatever other names there are. */
public enum Flaw {
    /** Something in it is not seen, or is seen as nothing. */
    UNSEEN("orgSwitcherErrorNameInvalid"),
    /** A word in it takes letters of several alphabets, or letters that are only drawn otherwise. */
    MIXED("orgSwitcherErrorNameMixed");

    private final String messageKey;

    Flaw(String messageKey) {
        this.messageKey = messageKey;
    }

    /**
     * The sentence for the person who typed the name.
     *
     * @return a message key
     */
    public String messageKey() {
        return messageKey;
    }

    /**
     * Looks for the first flaw.
     *
     * @param name a name in the form of {@link TidyName}
     * @return the flaw; empty for a sound name
     */
    public static Optional<Flaw> of(String name) {
        if (Unseen.isIn(name)) {
            return Optional.of(UNSEEN);
        }
        return Disguise.isIn(name) ? Optional.of(MIXED) : Optional.empty();
    }
}
