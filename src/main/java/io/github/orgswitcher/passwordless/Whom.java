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
 * Whom a login expects: whoever an earlier step of the flow has named, the user that a social account is to be linked to,
 * or anyone.
 *
 * @param user the user; null for anyone
 * @param hint the address that the field starts with; empty for none
 * @param isBound whether the login can be finished in this browser alone
 * @param isLinking whether a social account is to be linked
 * @param isRememberMe whether the page offers to be remembered
 */
record Whom(@Nullable UserModel user, String hint, boolean isBound, boolean isLinking, boolean isRememberMe) {

    static Whom of(AuthenticationFlowContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        boolean linking = authSession.getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE) != null;
        UserModel user = context.getUser();
        if (user == null && authSession.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO) != null) {
            user = AbstractIdpAuthenticator.getExistingUser(context.getSession(), context.getRealm(), authSession);
        }
        return new Whom(
                user,
                hint(context),
                user != null || linking || !isPlainLogin(authSession),
                linking,
                user == null && context.getRealm().isRememberMe());
    }

    /** Whether the login has proven before who it is of; that a social account names somebody proves nothing. */
    boolean isProven() {
        return user != null && !isLinking;
    }

    /** Whether there is an address that the realm can write to. Linking makes no users, so it needs one. */
    boolean isPossible(RealmModel realm) {
        return user == null
                ? !isLinking
                : EmailAddress.onRecord(user.getEmail())
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
