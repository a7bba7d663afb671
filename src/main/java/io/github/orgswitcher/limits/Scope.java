package io.github.orgswitcher.limits;

import java.util.Locale;

/**
 * What mails and wrong codes are counted by, with the limits that hold where an administrator says nothing.
 * {@code docs/passwordless.md} tells the odds of guessing that follow from them, and {@code GuessingOddsTest} computes them.
 */
public enum Scope {

    /** One address. */
    ADDRESS(new Rate(5, 20), new Rate(10, 20)),
    /** All further spellings of one mailbox together, such as those with a plus sign. */
    MAILBOX(new Rate(5, 20), new Rate(10, 20)),
    /** One network that requests come from. */
    CLIENT(new Rate(60, 300), new Rate(30, 100)),
    /** The whole realm. */
    REALM(new Rate(500, 2_000), new Rate(200, 1_000));

    private final Rate mails;
    private final Rate wrongCodes;

    Scope(Rate mails, Rate wrongCodes) {
        this.mails = mails;
        this.wrongCodes = wrongCodes;
    }

    Rate defaultMails() {
        return mails;
    }

    Rate defaultWrongCodes() {
        return wrongCodes;
    }

    /** As it stands in the names of settings: {@code Address}. */
    String inSettings() {
        return name().charAt(0) + inKeys().substring(1);
    }

    String inKeys() {
        return name().toLowerCase(Locale.ROOT);
    }
}
