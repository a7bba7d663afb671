package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.platform.flow.LoginName;
import io.github.orgswitcher.platform.flow.LoginProof;
import io.github.orgswitcher.platform.flow.LoginSession;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * What a login has shown before the email. A name that was typed, a hint, a remembered name and the claim of a social account
 * show nothing, although Keycloak calls whoever they name the login's user.
 */
final class ThisLogin {

    private final AuthenticationFlowContext context;
    private final LoginProof proof;
    private final LoginName name;

    ThisLogin(AuthenticationFlowContext context) {
        this.context = context;
        this.proof = new LoginProof(context.getAuthenticationSession());
        this.name = new LoginName(context);
    }

    /** Whose account this very login has proven, by a first factor or at an identity provider; null where it has not. */
    @Nullable
    UserModel proven() {
        return proof.isAfterProvider() || proof.isByFirstFactor() ? context.getUser() : null;
    }

    /** Whether an earlier page has asked for a name. */
    boolean isNamed() {
        return context.getUser() != null || name.isTyped();
    }

    /**
     * Takes the name for a hint, whether or not somebody has it. What Keycloak offers beside a step, and tells on its page,
     * depends on who is known when the step begins; it must begin once more after this. Keycloak's page for the password asks
     * for the name again then.
     */
    void forgetName() {
        context.clearUser();
        name.askAgain();
    }

    /**
     * Whose session this login goes on in, because it asks for more than the session's cookie; null where it begins anew.
     * Keycloak lets nobody else end such a login.
     */
    @Nullable
    UserModel ofSession() {
        if (context.getUser() == null && !proof.isAskedAnew()) {
            return null;
        }
        return LoginSession.of(context.getSession(), context.getAuthenticationSession())
                .map(UserSessionModel::getUser)
                .orElse(null);
    }
}
