package io.github.orgswitcher.platform;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlow;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AuthenticationManagementResource;

/**
 * Flows with all that is in them, as the Admin Console makes, copies and deletes them.
 *
 * @param session the Keycloak session
 * @param realm the realm that has the flows
 */
public record WholeFlows(KeycloakSession session, RealmModel realm) {

    /**
     * Adds a flow of steps, which has none yet.
     *
     * @param alias a name that is free
     * @param description what the Admin Console tells of it
     * @param topLevel whether it is no part of another flow
     * @return the flow
     */
    public AuthenticationFlowModel add(String alias, @Nullable String description, boolean topLevel) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(alias);
        flow.setDescription(description);
        flow.setProviderId(AuthenticationFlow.BASIC_FLOW);
        flow.setTopLevel(topLevel);
        flow.setBuiltIn(false);
        return realm.addAuthenticationFlow(flow);
    }

    /**
     * Copies a flow. The names of the subflows' copies, and of their settings', begin with the copy's.
     *
     * @param original the flow
     * @param alias the copy's name, which is free, as those that begin with it are
     * @return the copy
     */
    public AuthenticationFlowModel copy(AuthenticationFlowModel original, String alias) {
        return AuthenticationManagementResource.copyFlow(session, realm, original, alias);
    }

    // None of the handlers is ever called: what is deleted is there, and not built in.

    /**
     * Deletes a flow that nothing uses; another stays.
     *
     * @param flow the flow, which is not built in
     */
    public void delete(AuthenticationFlowModel flow) {
        if (!KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
            KeycloakModelUtils.deepDeleteAuthenticationFlow(session, realm, flow, () -> {}, () -> {}, false);
        }
    }

    /**
     * Deletes a step, with the flow below it where it is one.
     *
     * @param step the step of a flow that is not built in
     */
    public void delete(AuthenticationExecutionModel step) {
        KeycloakModelUtils.deepDeleteAuthenticationExecutor(session, realm, step, () -> {}, () -> {}, false);
    }

    /**
     * The browser flow that a realm has from the start.
     *
     * @return the flow; nobody can delete it
     */
    public AuthenticationFlowModel originalBrowser() {
        return realm.getFlowByAlias(DefaultAuthenticationFlows.BROWSER_FLOW);
    }

    /**
     * The flow of first logins at identity providers that a realm has from the start.
     *
     * @return the flow; nobody can delete it
     */
    public AuthenticationFlowModel originalFirstBrokerLogin() {
        return realm.getFlowByAlias(DefaultAuthenticationFlows.FIRST_BROKER_LOGIN_FLOW);
    }
}
