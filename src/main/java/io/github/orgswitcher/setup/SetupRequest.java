package io.github.orgswitcher.setup;

import java.util.Set;

/**
 * What is to be on in a realm, beside the required action.
 *
 * @param identityProviders aliases of the identity providers whose logins end with the switcher
 * @param browserFlow whether the browser flow takes a session's organization along to the next client
 * @param passwordless whether the browser flow offers the sign-in by email; takes {@code browserFlow}
 */
public record SetupRequest(Set<String> identityProviders, boolean browserFlow, boolean passwordless) {

    /** The fields' names, for refusals. */
    public static final String IDENTITY_PROVIDERS = "identityProviders";

    public static final String BROWSER_FLOW = "browserFlow";
    public static final String PASSWORDLESS = "passwordless";
}
