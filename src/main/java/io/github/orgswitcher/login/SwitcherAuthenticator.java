package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.login.SwitcherStep.Result;
import io.github.orgswitcher.settings.SwitcherConfig;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.resources.LoginActionsService;

/**
 * The door that stands in flows. In a post-broker-login flow it shows the page itself; in a browser flow, right after
 * the cookie, it carries the session's organization to the next client before Keycloak's own organization step asks.
 */
final class SwitcherAuthenticator implements Authenticator {

    /** False, because in a browser flow it stands where nobody may be known yet. */
    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (isPostBrokerLogin(context)) {
            answer(context, new SwitcherStep(LoginContext.of(context)).begin());
        } else {
            carryOn(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        answer(context, new SwitcherStep(LoginContext.of(context)).submit());
    }

    private static void answer(AuthenticationFlowContext context, Result result) {
        if (result instanceof Result.Page page) {
            context.challenge(page.response().get());
        } else {
            context.success();
        }
    }

    private static boolean isPostBrokerLogin(AuthenticationFlowContext context) {
        return LoginActionsService.POST_BROKER_LOGIN_PATH.equals(
                context.getAuthenticationSession().getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
    }

    /** What is left to be chosen, the required action asks. */
    private static void carryOn(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        ApplicationRequest request = ApplicationRequest.of(context.getAuthenticationSession());
        boolean excluded = !request.isAction()
                && SwitcherConfig.of(context.getRealm())
                        .settings()
                        .excludedClients()
                        .contains(request.clientId());
        if (user == null || excluded || !AuthenticatorUtil.isSSOAuthentication(context.getAuthenticationSession())) {
            context.attempted();
            return;
        }
        Choice choice = ActiveOrganization.choice(context.getSession(), context.getAuthenticationSession());
        if (choice != null && choice.orgId() != null && isMember(context.getSession(), user, choice.orgId())) {
            ActiveOrganization.use(context.getAuthenticationSession(), choice.orgId());
        }
        context.success();
    }

    private static boolean isMember(KeycloakSession session, UserModel user, String orgId) {
        return session.getProvider(OrganizationProvider.class)
                .getByMember(user)
                .filter(OrganizationModel::isEnabled)
                .anyMatch(organization -> organization.getId().equals(orgId));
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
