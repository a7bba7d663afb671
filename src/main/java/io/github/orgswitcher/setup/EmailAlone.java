package io.github.orgswitcher.setup;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the steps of a flow at which a mailbox alone signs in, since nothing beside them asks for more. */
record EmailAlone(KeycloakSession session, RealmModel realm) {

    Stream<AuthenticationExecutionModel> steps(AuthenticationFlowModel flow) {
        return steps(flow.getId());
    }

    private Stream<AuthenticationExecutionModel> steps(String flowId) {
        List<AuthenticationExecutionModel> enabled = new FlowSteps(realm, flowId).enabled();
        return enabled.stream()
                .filter(step -> enabled.stream()
                        .filter(other -> other != step && (other.isRequired() || other.isConditional()))
                        .noneMatch(this::asks))
                .flatMap(step -> step.isAuthenticatorFlow()
                        ? steps(step.getFlowId())
                        : Stream.of(step).filter(this::isEmail));
    }

    private boolean isEmail(AuthenticationExecutionModel step) {
        return FlowSteps.EMAIL.equals(step.getAuthenticator());
    }

    /** Whether another proof than the mailbox may be asked for here. */
    private boolean asks(AuthenticationExecutionModel step) {
        StepKinds kinds = new StepKinds(session);
        return step.isAuthenticatorFlow()
                ? new FlowSteps(realm, step.getFlowId()).enabled().stream().anyMatch(this::asks)
                : kinds.asksPassword(step) || kinds.asksSecondFactor(step);
    }
}
