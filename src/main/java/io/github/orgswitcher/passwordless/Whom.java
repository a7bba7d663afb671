package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.flow.BrokeredLogin;
import io.github.orgswitcher.platform.flow.LoginFlow;
import io.github.orgswitcher.platform.flow.LoginName;
import io.github.orgswitcher.platform.mail.MailReach;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whom a login expects: whoever it has proven to be there before, whoever's session it goes on in, the user that a social
 * account is to be linked to, or anyone. Whoever was only named on an earlier page is anyone, too.
 *
 * @param user the user; null for anyone
 * @param ground why it must be this user
 * @param hint the address that the field starts with; empty for none
 * @param isBound whether the login can be finished in this browser alone
 * @param isReplaceable whether whoever reads the mail may sign in elsewhere in its place
 * @param isRememberMe whether the page offers to be remembered
 */
record Whom(
        @Nullable UserModel user,
        Ground ground,
        String hint,
        boolean isBound,
        boolean isReplaceable,
        boolean isRememberMe) {

    /** Why a login expects somebody. */
    enum Ground {
        /** Nobody in particular is expected. */
        NONE,
        /** This very login has proven before who it is. */
        PROVEN,
        /** The login goes on in a session. */
        SESSION,
        /** A social account is to be linked to the user, which proves nothing yet. */
        LINKING
    }

    static Whom of(AuthenticationFlowContext context) {
        ThisLogin login = new ThisLogin(context);
        Optional<BrokeredLogin> linking = BrokeredLogin.of(context);
        UserModel user = login.proven();
        Ground ground = Ground.PROVEN;
        if (user == null && linking.isPresent()) {
            user = linking.flatMap(BrokeredLogin::existing).orElse(null);
            ground = Ground.LINKING;
        } else if (user == null) {
            user = login.ofSession();
            ground = user == null ? Ground.NONE : Ground.SESSION;
        }
        LoginFlow flow = new LoginFlow(context);
        return new Whom(
                user,
                ground,
                hint(context),
                ground != Ground.NONE || !flow.isPlainLogin(),
                ground == Ground.NONE && flow.isBrowserLogin(),
                ground == Ground.NONE && context.getRealm().isRememberMe());
    }

    boolean isLinking() {
        return ground == Ground.LINKING;
    }

    /** Whether it is proven, by this login or the session's, who this is. */
    boolean isProven() {
        return ground == Ground.PROVEN || ground == Ground.SESSION;
    }

    /** The id of whoever this very login has proven to be there; null where it has not. */
    @Nullable
    String provenId() {
        return user == null || ground != Ground.PROVEN ? null : user.getId();
    }

    /** The id of whoever it must be; null for anyone. */
    @Nullable
    String expectedId() {
        return user == null ? null : user.getId();
    }

    /**
     * Whether there is an address that the realm can write to. Linking needs one. A session proves no address: whoever
     * goes on in it is offered only one that was proven before.
     */
    boolean isPossible(RealmModel realm) {
        if (user == null) {
            return !isLinking();
        }
        boolean settled = ground != Ground.SESSION || user.isEmailVerified() || Account.isOfDirectory(user);
        return settled
                && EmailAddress.onRecord(user.getEmail())
                        .filter(address -> MailReach.includes(realm, address))
                        .isPresent();
    }

    /**
     * The address to write to.
     *
     * @param typed what was typed; counts only where nobody in particular is expected
     * @return the address, or empty where it could be read in two ways
     */
    Optional<EmailAddress> address(String typed) {
        return user == null ? EmailAddress.typed(typed) : EmailAddress.onRecord(user.getEmail());
    }

    private static String hint(AuthenticationFlowContext context) {
        return new LoginName(context)
                .proposed()
                .flatMap(EmailAddress::typed)
                .map(EmailAddress::text)
                .orElse("");
    }
}
