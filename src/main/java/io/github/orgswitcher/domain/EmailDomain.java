package io.github.orgswitcher.domain;

import java.util.List;

/**
 * The domain of an email address, in the one spelling that domains are compared in.
 *
 * <p>Letters fold to lower case and Unicode labels become the A-labels of UTS #46 in non-transitional processing, so
 * {@code straße} and {@code strasse} stay two domains. Labels must be valid in IDNA2008; characters that it binds to a
 * context (joiners, middle dots, Arabic digits), symbols, compatibility and invisible characters are refused.
 *
 * <p>Where one comes from an address, {@link EmailAddress} has read it: no other way leads from a text to a domain.
 *
 * @param name at least two labels, in lower case, Unicode as A-labels
 */
public record EmailDomain(String name) {

    /**
     * Takes a name that is already in its one spelling.
     *
     * @throws IllegalArgumentException when the name is spelled differently or is not a domain of two labels or more
     */
    public EmailDomain {
        if (!isDomain(name) || !HostName.isCanonical(name)) {
            throw new IllegalArgumentException("Not the canonical name of an email domain");
        }
    }

    static boolean isDomain(String hostName) {
        return hostName.contains(".");
    }

    /**
     * How else the name is written where Unicode is: each of these spellings is this name by IDNA2003, too.
     *
     * @return this spelling first, then those with U-labels; names with many of them have more than are listed
     */
    public List<String> spellings() {
        return HostName.spellings(name);
    }
}
