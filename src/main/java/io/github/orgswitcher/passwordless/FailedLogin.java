package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.platform.flow.LockOut;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Tells Keycloak's brute-force detection of a wrong code. It locks accounts, for the password, the social providers and all
 * else, so that it is told only where the login has proven before whose account this is: there a wrong code is what a wrong
 * one-time password is. Elsewhere whoever guesses has named somebody's address and proven nothing, and locks nobody.
 */
final class FailedLogin {

    /** Keycloak counts only failures of categories that it knows. */
    private static final String COUNTED_AS = PasswordCredentialModel.TYPE;

    private FailedLogin() {}

    /** Counts one, unless the account is locked already: then Keycloak itself counts none. */
    static void count(AuthenticationFlowContext context, UserModel user) {
        LockOut lockOut = new LockOut(context.getSession(), context.getRealm(), user);
        if (context.getRealm().isBruteForceProtected() && lockOut.error().isEmpty()) {
            lockOut.count(COUNTED_AS);
        }
    }
}
