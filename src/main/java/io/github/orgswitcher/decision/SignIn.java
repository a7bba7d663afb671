package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * What the login and the application say, none of it trusted.
 *
 * @param kind how the person proved who they are
 * @param clientId the application
 * @param request what the application asks of the switcher
 * @param hint alias of the organization that the application names; null where it names none, or several
 * @param hintByScope whether the scope names it, and not the action
 * @param several whether the scope asks for all organizations ({@code organization:*}) or names more than one, so that
 *     there is none to be chosen
 * @param silent whether no page may be shown, {@code prompt=none}
 * @param cancelled whether the person was shown the page on the application's wish and has cancelled it
 */
public record SignIn(
        SignInKind kind,
        String clientId,
        Request request,
        @Nullable String hint,
        boolean hintByScope,
        boolean several,
        boolean silent,
        boolean cancelled) {

    /** What the application asks of the switcher. */
    public enum Request {
        /** Nothing special. */
        NONE,
        /** The page, {@code prompt=select_account}. */
        SELECT,
        /** That an invitation be answered whose mail the login comes from: its token is among the request's parameters. */
        INVITATION,
        /** The switcher itself, {@code kc_action=org-switcher}. */
        ACTION
    }

    /** The same login with another request. */
    SignIn with(Request other) {
        return new SignIn(kind, clientId, other, hint, hintByScope, several, silent, cancelled);
    }

    /** Whether the application wants the page, and not only to be where it says. */
    boolean wantsPage() {
        return request == Request.SELECT || (request == Request.ACTION && hintByScope);
    }

    /**
     * What is left of it once the person has cancelled what the application asked for.
     *
     * @return the login without the application's action
     */
    public SignIn afterCancel() {
        boolean action = request == Request.ACTION;
        return new SignIn(
                kind,
                clientId,
                action ? Request.NONE : request,
                action ? null : hint,
                !action && hintByScope,
                several,
                silent,
                true);
    }

    /**
     * The same login where the page is due once more, because what was pressed on it is lost.
     *
     * @return a login that asks for the page, if it may be shown at all
     */
    public SignIn again() {
        return request == Request.NONE ? with(Request.SELECT) : this;
    }
}
