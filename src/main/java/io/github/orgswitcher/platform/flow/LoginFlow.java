package io.github.orgswitcher.platform.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The flow that a step stands in.
 *
 * @param context what Keycloak hands to the step
 */
public record LoginFlow(AuthenticationFlowContext context) {

    /**
     * Whether it follows a login by an identity provider.
     *
     * @return whether it is a post-broker-login flow
     */
    public boolean isPostBrokerLogin() {
        return LoginActionsService.POST_BROKER_LOGIN_PATH.equals(
                context.getAuthenticationSession().getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
    }

    /**
     * Whether another browser could run it as well: the protocols keep what they need to answer in the browser that has asked,
     * and a device that waits for its grant must not get it from whoever goes on elsewhere.
     *
     * @return whether it is the flow of a login to an OpenID Connect application, and of no device
     */
    public boolean isPlainLogin() {
        return isBrowserLogin() && isAnsweredElsewhere(context.getAuthenticationSession());
    }

    /**
     * Whether it is the realm's, or the application's, flow for logins in a browser.
     *
     * @return whether it is, be it of another protocol or for a device
     */
    public boolean isBrowserLogin() {
        return LoginActionsService.AUTHENTICATE_PATH.equals(
                context.getAuthenticationSession().getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
    }

    /**
     * Whether the application may get its answer in another browser than the one that has asked.
     *
     * @param login the login
     * @return whether it is one to an OpenID Connect application, and of no device
     */
    public static boolean isAnsweredElsewhere(AuthenticationSessionModel login) {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login.getProtocol())
                && !DeviceGrantType.isOAuth2DeviceVerificationFlow(login);
    }

    /**
     * Whether Keycloak's own organization step is in it, at any depth: then the cookie's step leaves a login to it.
     *
     * @return whether one is there and enabled
     */
    public boolean asksForOrganization() {
        return AuthenticatorUtil.getExecutionsByType(
                        context.getRealm(), context.getTopLevelFlow().getId(), OrganizationAuthenticatorFactory.ID)
                .stream()
                .anyMatch(AuthenticationExecutionModel::isEnabled);
    }
}
