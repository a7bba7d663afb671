package io.github.orgswitcher.decision;

import java.util.Set;

/**
 * What the realm's admin has set.
 *
 * @param intercept the kinds of sign-in that the switcher concerns itself with
 * @param show when the page appears
 * @param membershipRequired whether there is no way past the page without an organization
 * @param excludedClients client ids whose logins are left alone
 */
public record SwitcherSettings(
        Set<SignInKind> intercept, Show show, boolean membershipRequired, Set<String> excludedClients) {

    /** When the page appears. */
    public enum Show {
        /** When there is something to choose. */
        WHEN_NEEDED,
        /** Once in every session. */
        ALWAYS
    }

    /** Copies the sets. */
    public SwitcherSettings {
        intercept = Set.copyOf(intercept);
        excludedClients = Set.copyOf(excludedClients);
    }
}
