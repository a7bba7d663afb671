package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whom a login expects: whoever it has proven to be there before, whoever's session it goes on in, the user that a social
 * account is to be linked to, or anyone. Whoever was only named on an earlier page is anyone, too.
 *
 * @param user the user; null for anyone
 * @param ground why it must be this user
 * @param hint the address that the field starts with; empty for none
 * @param isBound whether the login can be finished in this browser alone
 * @param isRememberMe whether the page offers to be remembered
 */
record Whom(@Nullable UserModel user, Ground ground, String hint, boolean isBound, boolean isRememberMe) {

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
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        ThisLogin login = new ThisLogin(context);
        boolean linking = authSession.getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE) != null;
        UserModel user = login.proven();
        Ground ground = Ground.PROVEN;
        if (user == null && linking) {
            user = existing(context, authSession);
            ground = Ground.LINKING;
        } else if (user == null) {
            user = login.ofSession();
            ground = user == null ? Ground.NONE : Ground.SESSION;
        }
        return new Whom(
                user,
                ground,
                hint(context),
                ground != Ground.NONE || !isPlainLogin(authSession),
                ground == Ground.NONE && context.getRealm().isRememberMe());
    }

    private static @Nullable UserModel existing(
            AuthenticationFlowContext context, AuthenticationSessionModel authSession) {
        return authSession.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO) == null
                ? null
                : AbstractIdpAuthenticator.getExistingUser(context.getSession(), context.getRealm(), authSession);
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

    /**
     * What another browser can finish too: the protocols keep what they need to answer in the browser that has asked. A
     * device that waits for its grant must not get it from whoever presses a link elsewhere.
     */
    private static boolean isPlainLogin(AuthenticationSessionModel authSession) {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(authSession.getProtocol())
                && LoginActionsService.AUTHENTICATE_PATH.equals(
                        authSession.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH))
                && !DeviceGrantType.isOAuth2DeviceVerificationFlow(authSession);
    }

    private static String hint(AuthenticationFlowContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        return Optional.ofNullable(authSession.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
                .or(() -> Optional.ofNullable(authSession.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM)))
                .or(() -> Optional.ofNullable(AuthenticationManager.getRememberMeUsername(context.getSession())))
                .flatMap(EmailAddress::typed)
                .map(EmailAddress::text)
                .orElse("");
    }
}
