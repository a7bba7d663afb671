package io.github.orgswitcher.setup;

import java.util.SortedSet;

/**
 * What is on in a realm, whoever has switched it on.
 *
 * @param enabled the required action
 * @param organizationsEnabled Keycloak's organizations
 * @param identityProviders aliases of the identity providers whose post-login flow has the switcher
 * @param browserFlow whether the browser flow has it
 * @param passwordless whether the browser flow has the sign-in by email
 * @param emailSecondFactor whether that asks for more than the email where an account has more; true where it is not there
 * @param emailFirstBrokerLogins aliases of the first broker login flows that have the sign-in by email
 */
public record SetupState(
        boolean enabled,
        boolean organizationsEnabled,
        SortedSet<String> identityProviders,
        boolean browserFlow,
        boolean passwordless,
        boolean emailSecondFactor,
        SortedSet<String> emailFirstBrokerLogins) {

    /** Whether people come to the switcher, or sign in by email. */
    boolean isInUse() {
        return enabled || passwordless || !identityProviders.isEmpty();
    }
}
