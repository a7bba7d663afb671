package io.github.orgswitcher.domain;

import java.net.IDN;

/**
 * How Keycloak's mail sender reads a domain ({@code SMTPUtil.convertIDNEmailAddress}): by the standard that UTS #46 and
 * IDNA2008 have replaced. It takes ß for ss and ς for σ, drops joiners, and knows no letter that is younger than 2002.
 */
final class Idna2003 {

    private Idna2003() {}

    /** Whether a domain as written is this canonical name by the old standard, too. */
    static boolean reads(String written, String canonical) {
        try {
            return IDN.toASCII(written).equalsIgnoreCase(canonical);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
