package io.github.orgswitcher.setup;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** The steps of a flow, those of its subflows included. */
record FlowSteps(RealmModel realm, AuthenticationFlowModel flow) {

    /** The step that lets a session in. */
    static final String COOKIE = "auth-cookie";

    /** Whether a login through the flow may come to this authenticator. */
    boolean run(String authenticator) {
        return run(flow.getId(), authenticator);
    }

    private boolean run(String flowId, String authenticator) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(step -> !step.isDisabled())
                .anyMatch(step -> step.isAuthenticatorFlow()
                        ? run(step.getFlowId(), authenticator)
                        : authenticator.equals(step.getAuthenticator()));
    }

    boolean areNone() {
        return realm.getAuthenticationExecutionsStream(flow.getId()).findAny().isEmpty();
    }

    void remove(Collection<String> authenticators) {
        all(flow.getId())
                .filter(step -> !step.isAuthenticatorFlow() && authenticators.contains(step.getAuthenticator()))
                .toList()
                .forEach(realm::removeAuthenticatorExecution);
    }

    /** Stays the same while nobody changes what the flow does; names and descriptions do not count. */
    String shape() {
        return HashUtils.sha256UrlEncodedHash(shape(flow.getId()), StandardCharsets.UTF_8);
    }

    private String shape(String flowId) {
        StringBuilder shape = new StringBuilder();
        realm.getAuthenticationExecutionsStream(flowId).forEachOrdered(step -> shape.append('(')
                .append(step.getRequirement())
                .append(' ')
                .append(step.isAuthenticatorFlow() ? shape(step.getFlowId()) : step.getAuthenticator())
                .append(config(step))
                .append(')'));
        return shape.toString();
    }

    private Map<String, String> config(AuthenticationExecutionModel step) {
        AuthenticatorConfigModel config = step.getAuthenticatorConfig() == null
                ? null
                : realm.getAuthenticatorConfigById(step.getAuthenticatorConfig());
        return config == null || config.getConfig() == null ? Map.of() : new TreeMap<>(config.getConfig());
    }

    private Stream<AuthenticationExecutionModel> all(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .flatMap(step -> step.isAuthenticatorFlow()
                        ? Stream.concat(Stream.of(step), all(step.getFlowId()))
                        : Stream.of(step));
    }
}
