package io.github.orgswitcher.passwordless;

import java.util.Locale;
import java.util.Set;

/**
 * Where mails to an address end up. Providers take what follows a plus sign, and the case of letters, for nothing; Google takes
 * dots for nothing, too. Somebody else's provider may not, so this tells what is counted together and never who somebody is.
 *
 * @param name the mailbox's plain address
 * @param isPlain whether the address is this very one, and no further spelling of it
 */
record Mailbox(String name, boolean isPlain) {

    private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");

    /**
     * The mailbox of an address.
     *
     * @param address the address, its domain in A-labels
     */
    static Mailbox of(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.indexOf('@');
        int plus = lower.indexOf('+');
        String local = lower.substring(0, plus > 0 && plus < at ? plus : at);
        String domain = lower.substring(at + 1);
        String name = GOOGLE.contains(domain) ? local.replace(".", "") + "@gmail.com" : local + "@" + domain;
        return new Mailbox(name, name.equals(lower));
    }
}
