package io.github.orgswitcher.testing;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
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
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        requireCreated(management.createFlow(flow));
        AuthenticationExecutionInfoRepresentation execution = add(alias, authenticatorId);
        execution.setRequirement("REQUIRED");
        management.updateExecutions(alias, execution);

        IdentityProviderRepresentation social =
                realm.identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        social.setPostBrokerLoginFlowAlias(alias);
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

        RealmRepresentation representation = realm.toRepresentation();
        representation.setBrowserFlow(alias);
        realm.update(representation);
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
