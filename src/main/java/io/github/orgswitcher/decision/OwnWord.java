package io.github.orgswitcher.decision;

/** What an allowed domain says for itself, beside its organization's policy. */
public enum OwnWord {
    /** Nothing: the organization's policy counts. */
    NONE,
    /** Something, and not which join mode is in force. */
    SOME,
    /** Which join mode is in force. */
    JOIN_MODE
}
