package io.github.orgswitcher.passwordless;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a login has shown before the email. A name that was typed, a hint, a remembered name and the claim of a social account
 * show nothing, although Keycloak calls whoever they name the login's user.
 */
final class ThisLogin {

    /** A second factor alone is nobody's proof, and the sign-in by email is not its own. */
    private static final Set<String> FIRST_FACTORS = Set.of(
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, UserCredentialModel.KERBEROS, UserCredentialModel.CLIENT_CERT);

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel authSession;

    ThisLogin(AuthenticationFlowContext context) {
        this.context = context;
        this.authSession = context.getAuthenticationSession();
    }

    /** Whose account this very login has proven, by a first factor or at an identity provider; null where it has not. */
    @Nullable
    UserModel proven() {
        boolean proven = isAfterProvider()
                || AcceptedPassword.isIn(authSession)
                || AuthenticatorUtil.getAuthnCredentials(authSession).stream().anyMatch(FIRST_FACTORS::contains);
        return proven ? context.getUser() : null;
    }

    /** A provider has signed the person in, or has just let a new account be made for whoever is signed in there. */
    private boolean isAfterProvider() {
        return authSession.getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null
                || Boolean.parseBoolean(authSession.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /** Whether an earlier page has asked for a name. */
    boolean isNamed() {
        return context.getUser() != null
                || authSession.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME) != null;
    }

    /**
     * Takes the name for a hint, whether or not somebody has it. What Keycloak offers beside a step, and tells on its page,
     * depends on who is known when the step begins; it must begin once more after this. Keycloak's page for the password asks
     * for the name again then.
     */
    void forgetName() {
        context.clearUser();
        authSession.removeAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN);
    }

    /**
     * Whose session this login goes on in, because it asks for more than the session's cookie; null where it begins anew.
     * Keycloak lets nobody else end such a login.
     */
    @Nullable
    UserModel ofSession() {
        if (context.getUser() == null && !AuthenticatorUtil.isForcedReauthentication(authSession)) {
            return null;
        }
        UserSessionModel session = new AuthenticationSessionManager(context.getSession()).getUserSession(authSession);
        return AuthenticationManager.isSessionValid(context.getRealm(), session) ? session.getUser() : null;
    }
}
