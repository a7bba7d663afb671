package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.platform.flow.AskedAction;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a visit within a login ends, and what the application that has asked for it is told.
 *
 * @param context what Keycloak hands to the action
 */
record VisitEnd(RequiredActionContext context) {

    /** Auth note: something was done. */
    private static final String ACTED = "org-switcher.account.acted";

    /** Notes that something was done. */
    void acted() {
        login().setAuthNote(ACTED, String.valueOf(true));
    }

    boolean hasActed() {
        return login().getAuthNote(ACTED) != null;
    }

    /** The person has had enough: with nothing done, that is no success. */
    void leave() {
        if (!hasActed()) {
            new AskedAction(login()).cancelled(AccountAddress.ACTION);
        }
        context.success();
    }

    /** There is no such page, or none any more, as Keycloak does for an action that is off. */
    void nothing() {
        if (!hasActed()) {
            new AskedAction(login()).failed(AccountAddress.ACTION);
        }
        context.success();
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }
}
