package io.github.orgswitcher.setup;

import java.util.Set;

/**
 * What is to be on in a realm.
 *
 * @param enabled whether the required action is
 * @param organizationsEnabled whether Keycloak's organizations are to be switched on; nothing switches them off
 * @param identityProviders aliases of the identity providers whose logins end with the switcher
 * @param browserFlow whether the browser flow takes a session's organization along to the next client
 * @param passwordless whether the browser flow offers the sign-in by email, and first logins at identity providers link
 *     accounts by it; takes {@code browserFlow}
 * @param emailSecondFactor whether both ask for an account's second factor, too
 */
public record SetupRequest(
        boolean enabled,
        boolean organizationsEnabled,
        Set<String> identityProviders,
        boolean browserFlow,
        boolean passwordless,
        boolean emailSecondFactor) {

    /** The fields' names, for refusals. */
    public static final String ENABLED = "enabled";

    public static final String ORGANIZATIONS_ENABLED = "organizationsEnabled";
    public static final String IDENTITY_PROVIDERS = "identityProviders";
    public static final String BROWSER_FLOW = "browserFlow";
    public static final String PASSWORDLESS = "passwordless";
    public static final String EMAIL_SECOND_FACTOR = "emailSecondFactor";

    ByEmail byEmail() {
        if (!passwordless) {
            return ByEmail.NONE;
        }
        return emailSecondFactor ? ByEmail.WITH_SECOND_FACTOR : ByEmail.ALONE;
    }
}
