package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * What the login and the application say, none of it trusted.
 *
 * @param kind how the person proved who they are
 * @param clientId the application
 * @param request what the application asks of the switcher
 * @param hint alias of the organization that the application names; null where it names none
 * @param silent whether no page may be shown, {@code prompt=none}
 */
public record SignIn(
        SignInKind kind,
        String clientId,
        Request request,
        @Nullable String hint,
        boolean silent) {

    /** What the application asks of the switcher. */
    public enum Request {
        /** Nothing special. */
        NONE,
        /** All organizations in the token, {@code scope=organization:*}: there is none to be chosen. */
        ALL_ORGANIZATIONS,
        /** The page, {@code prompt=select_account}. */
        SELECT,
        /** The switcher itself, {@code kc_action=org-switcher}. */
        ACTION
    }
}
