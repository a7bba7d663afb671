package io.github.orgswitcher.testing;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Puts an authenticator where an administrator would put it. */
final class Flows {

    private final RealmResource realm;
    private final AuthenticationManagementResource management;

    Flows(RealmResource realm) {
        this.realm = realm;
        this.management = realm.flows();
    }

    void postBrokerLogin(String authenticatorId) {
        String alias = "post-broker-" + authenticatorId;
        create(alias, List.of(FlowStep.required(authenticatorId)));

        IdentityProviderRepresentation social =
                realm.identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        social.setPostBrokerLoginFlowAlias(alias);
        realm.identityProviders().get(TestRealm.SOCIAL).update(social);
    }

    void firstBrokerLogin(String alias, List<FlowStep> steps) {
        if (!steps.isEmpty()) {
            create(alias, steps);
        }
        IdentityProviderRepresentation social =
                realm.identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        social.setFirstBrokerLoginFlowAlias(alias);
        realm.identityProviders().get(TestRealm.SOCIAL).update(social);
    }

    void browserAfterCookie(String authenticatorId) {
        String alias = "browser-" + authenticatorId;
        requireCreated(management.copy("browser", Map.of("newName", alias)));
        int cookie = find(management.getExecutions(alias), "auth-cookie").getPriority();
        AuthenticationExecutionInfoRepresentation execution = add(alias, authenticatorId);
        execution.setRequirement("ALTERNATIVE");
        execution.setPriority(cookie + 1);
        management.updateExecutions(alias, execution);
        bindBrowser(alias);
    }

    void browser(String alias, List<FlowStep> steps) {
        create(alias, steps);
        bindBrowser(alias);
    }

    void bindBrowser(String alias) {
        RealmRepresentation representation = realm.toRepresentation();
        representation.setBrowserFlow(alias);
        realm.update(representation);
    }

    private void create(String alias, List<FlowStep> steps) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        requireCreated(management.createFlow(flow));
        steps.forEach(step -> add(alias, step));
    }

    private void add(String flowAlias, FlowStep step) {
        if (step.steps().isEmpty()) {
            AuthenticationExecutionInfoRepresentation execution = add(flowAlias, step.name());
            require(flowAlias, execution, step.requirement());
            if (!step.config().isEmpty()) {
                AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
                config.setAlias(flowAlias + " " + step.name());
                config.setConfig(step.config());
                requireCreated(management.newExecutionConfig(execution.getId(), config));
            }
            return;
        }
        management.addExecutionFlow(
                flowAlias, Map.of("alias", step.name(), "type", "basic-flow", "provider", "", "description", ""));
        AuthenticationExecutionInfoRepresentation subflow = management.getExecutions(flowAlias).stream()
                .filter(execution -> step.name().equals(execution.getDisplayName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No flow " + step.name()));
        require(flowAlias, subflow, step.requirement());
        step.steps().forEach(inner -> add(step.name(), inner));
    }

    private void require(String flowAlias, AuthenticationExecutionInfoRepresentation execution, String requirement) {
        execution.setRequirement(requirement);
        management.updateExecutions(flowAlias, execution);
    }

    private AuthenticationExecutionInfoRepresentation add(String flowAlias, String authenticatorId) {
        management.addExecution(flowAlias, Map.of("provider", authenticatorId));
        return find(management.getExecutions(flowAlias), authenticatorId);
    }

    private static AuthenticationExecutionInfoRepresentation find(
            List<AuthenticationExecutionInfoRepresentation> executions, String providerId) {
        return executions.stream()
                .filter(execution -> providerId.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No execution of " + providerId));
    }

    private static void requireCreated(Response response) {
        TestRealm.createdId(response);
    }
}
