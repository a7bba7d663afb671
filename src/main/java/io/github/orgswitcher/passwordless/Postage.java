package io.github.orgswitcher.passwordless;

import java.util.List;

/**
 * Leave to send a mail.
 *
 * @param slots what it was counted by
 * @param withCode whether the mail may carry a code; a link cannot be guessed, so a mail beyond the limits carries it alone
 */
record Postage(List<String> slots, boolean withCode) {

    Postage {
        slots = List.copyOf(slots);
    }
}
