package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.WholeFlows;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Adds flows, and steps to flows. */
record FlowWriter(KeycloakSession session, RealmModel realm) {

    AuthenticationFlowModel flow(String alias, @Nullable String description, boolean topLevel) {
        return new WholeFlows(session, realm).add(alias, description, topLevel);
    }

    AuthenticationExecutionModel step(String parentId, String authenticator, Requirement requirement, int priority) {
        AuthenticationExecutionModel step = execution(parentId, requirement, priority);
        step.setAuthenticator(authenticator);
        return realm.addAuthenticatorExecution(step);
    }

    void subFlow(String parentId, AuthenticationFlowModel child, Requirement requirement, int priority) {
        AuthenticationExecutionModel step = execution(parentId, requirement, priority);
        step.setFlowId(child.getId());
        step.setAuthenticatorFlow(true);
        realm.addAuthenticatorExecution(step);
    }

    /**
     * The name, or the name with the first number that makes it a new one. Keycloak names the copies of subflows and of
     * settings after the copy of the flow, and fails where one of these is taken.
     */
    String free(String name) {
        Set<String> taken = aliases().collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(name),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> name + " " + number))
                .filter(candidate ->
                        taken.stream().noneMatch(alias -> alias.equals(candidate) || alias.startsWith(candidate + " ")))
                .findFirst()
                .orElseThrow();
    }

    private static AuthenticationExecutionModel execution(String parentId, Requirement requirement, int priority) {
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setParentFlow(parentId);
        step.setRequirement(requirement);
        step.setPriority(priority);
        return step;
    }

    /** Keycloak lists what this transaction has removed, too, and minds it where settings have a name that is taken. */
    private Stream<String> aliases() {
        Stream<String> flows = realm.getAuthenticationFlowsStream()
                .filter(flow -> realm.getAuthenticationFlowById(flow.getId()) != null)
                .map(AuthenticationFlowModel::getAlias);
        Stream<String> settings = realm.getAuthenticatorConfigsStream()
                .map(AuthenticatorConfigModel::getAlias)
                .filter(Objects::nonNull);
        return Stream.concat(flows, settings);
    }
}
