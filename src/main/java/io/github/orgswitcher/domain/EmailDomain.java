package io.github.orgswitcher.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The domain of an email address, in the one spelling that domains are compared in.
 *
 * <p>Letters fold to lower case and Unicode labels become the A-labels of UTS #46 in non-transitional processing, so
 * {@code straße} and {@code strasse} stay two domains. Labels must be valid in IDNA2008; characters that it binds to a
 * context (joiners, middle dots, Arabic digits), symbols, compatibility and invisible characters are refused.
 *
 * @param name at least two labels, in lower case, Unicode as A-labels
 */
public record EmailDomain(String name) {

    private static final int MAX_ADDRESS = 254;

    /**
     * Takes a name that is already in its one spelling.
     *
     * @throws IllegalArgumentException when the name is spelled differently or is not a domain of two labels or more
     */
    public EmailDomain {
        if (!name.contains(".") || !HostName.isCanonical(name)) {
            throw new IllegalArgumentException("Not the canonical name of an email domain");
        }
    }

    /**
     * The domain of a plain address such as {@code alice@acme.com}.
     *
     * <p>Anything that some mail system might read as another mailbox is refused, not repaired: quoted local parts,
     * comments, display names, encoded words, source routes ({@code %}, {@code !}), IP addresses, more than one
     * {@code @}, dots other than the ASCII one, white space and control characters anywhere.
     *
     * @param address the address as given, or null
     * @return the domain, or empty when there is no address or it is not plain
     */
    public static Optional<EmailDomain> of(@Nullable String address) {
        if (address == null || address.length() > MAX_ADDRESS) {
            return Optional.empty();
        }
        int at = address.indexOf('@');
        if (at < 0 || !LocalPart.isPlain(address.substring(0, at))) {
            return Optional.empty();
        }
        return HostName.canonical(address.substring(at + 1))
                .filter(name -> name.contains("."))
                .map(EmailDomain::new);
    }
}
