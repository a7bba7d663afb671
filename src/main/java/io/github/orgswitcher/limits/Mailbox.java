package io.github.orgswitcher.limits;

import java.util.Locale;

/**
 * Where mails to an address end up. Providers take what follows a plus sign, and the case of letters, for nothing; Google takes
 * dots for nothing, too, and has two names. Somebody else's provider may not, so this tells what is counted together and never
 * who somebody is.
 *
 * @param name the mailbox's plain address
 * @param address the address, in the one case and with the one name of its provider that count
 */
record Mailbox(String name, String address) {

    private static final String GOOGLE = "@gmail.com";
    private static final String GOOGLES_OTHER = "@googlemail.com";

    /**
     * The mailbox of an address.
     *
     * @param address the address, its domain in A-labels
     */
    static Mailbox of(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        String one = lower.endsWith(GOOGLES_OTHER)
                ? lower.substring(0, lower.length() - GOOGLES_OTHER.length()) + GOOGLE
                : lower;
        int at = one.indexOf('@');
        int plus = one.indexOf('+');
        String local = one.substring(0, plus > 0 && plus < at ? plus : at);
        String domain = one.substring(at);
        return new Mailbox((domain.equals(GOOGLE) ? local.replace(".", "") : local) + domain, one);
    }

    /** Whether the address is the mailbox's plain one, and no further spelling of it. */
    boolean isPlain() {
        return name.equals(address);
    }
}
