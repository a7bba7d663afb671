package io.github.orgswitcher.passwordless;

import java.util.List;

/**
 * Leave to send a mail.
 *
 * @param slots what it was counted by
 * @param withCode whether the mail may carry a code; a link cannot be guessed, so a mail beyond the limits carries it alone
 * @param bound whether the link works in the browser alone that has asked
 */
record Postage(List<String> slots, boolean withCode, boolean bound) {

    Postage {
        slots = List.copyOf(slots);
    }
}
