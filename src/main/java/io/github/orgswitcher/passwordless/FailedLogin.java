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

    /**
     * Refuses to look at a code while the account is locked, or, as Keycloak does with passwords, while another of its logins is
     * being judged: what was not counted must not have been looked at either.
     *
     * @throws EmailRefusedException where it is
     */
    static void requireUnlocked(AuthenticationFlowContext context, UserModel user) throws EmailRefusedException {
        String error = lockOut(context, user).error().orElse(null);
        if (error != null) {
            context.getEvent().user(user);
            throw EmailRefusedException.locked(EmailSignInForm.CODE, error);
        }
    }

    /** Counts one. */
    static void count(AuthenticationFlowContext context, UserModel user) {
        if (context.getRealm().isBruteForceProtected()) {
            lockOut(context, user).count(COUNTED_AS);
        }
    }

    private static LockOut lockOut(AuthenticationFlowContext context, UserModel user) {
        return new LockOut(context.getSession(), context.getRealm(), user);
    }
}
