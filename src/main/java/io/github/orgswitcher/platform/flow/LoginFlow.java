package io.github.orgswitcher.platform.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory;
import org.keycloak.services.resources.LoginActionsService;

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
