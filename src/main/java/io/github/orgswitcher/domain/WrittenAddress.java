package io.github.orgswitcher.domain;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address as somebody has written it, and what two parties make of it.
 *
 * <p>Anything that some mail system might read as another mailbox is refused, not repaired: quoted local parts, comments,
 * display names, encoded words, source routes ({@code %}, {@code !}), IP addresses, more than one {@code @}, dots other
 * than the ASCII one, white space and control characters anywhere.
 *
 * @param text as it is written
 * @param reading what it is here
 * @param agreed whether Keycloak's mail sender, which goes by IDNA2003, would write to the same domain
 */
public record WrittenAddress(String text, EmailAddress reading, boolean agreed) {

    /** RFC 5321, 4.5.3.1.3: a path of 256 octets, less its two angle brackets. */
    private static final int MAX_ADDRESS = 254;

    /**
     * Reads an address.
     *
     * @param text the text, or null
     * @return the address, or empty when there is none or it is not plain
     */
    public static Optional<WrittenAddress> of(@Nullable String text) {
        if (text == null || text.length() > MAX_ADDRESS) {
            return Optional.empty();
        }
        int at = text.indexOf('@');
        String local = text.substring(0, Math.max(at, 0)).toLowerCase(Locale.ROOT);
        if (!LocalPart.isPlain(local)) {
            return Optional.empty();
        }
        String domain = text.substring(at + 1);
        return HostName.canonical(domain)
                .filter(EmailDomain::isDomain)
                .map(name -> new EmailAddress(local, new EmailDomain(name)))
                .filter(address -> address.text().length() <= MAX_ADDRESS)
                .map(address -> new WrittenAddress(
                        text, address, Idna2003.reads(domain, address.domain().name())));
    }

    /** An address in its one spelling, which everybody reads alike. */
    static WrittenAddress of(EmailAddress address) {
        return new WrittenAddress(address.text(), address, true);
    }
}
