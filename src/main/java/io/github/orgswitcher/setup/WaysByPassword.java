package io.github.orgswitcher.setup;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** Finds where a flow asks for a password. */
record WaysByPassword(StepKinds kinds, RealmModel realm) {

    /**
     * Where a password is asked for.
     *
     * @param flowId the flow
     * @param steps the step that asks for the password, or the subflow that does, behind those that ask for the name; each
     *     is the flow's own
     * @param step that which asks for the password
     */
    record Place(String flowId, List<AuthenticationExecutionModel> steps, AuthenticationExecutionModel step) {}

    /** The first step of a flow that is one way in among others, and leads to a password. */
    Optional<AuthenticationExecutionModel> choice(String flowId) {
        return first(flowId).filter(AuthenticationExecutionModel::isAlternative);
    }

    /** The innermost place in a flow that asks for the name too, where a page of its own does. */
    Optional<Place> place(String flowId) {
        return first(flowId).flatMap(step -> {
            List<AuthenticationExecutionModel> steps = new FlowSteps(realm, flowId)
                    .enabled().stream()
                            .filter(own -> own.equals(step) || kinds.asksName(own))
                            .toList();
            return steps.size() == 1 && step.isAuthenticatorFlow()
                    ? place(step.getFlowId())
                    : Optional.of(new Place(flowId, steps, step));
        });
    }

    private Optional<AuthenticationExecutionModel> first(String flowId) {
        return new FlowSteps(realm, flowId)
                .enabled().stream().filter(this::leads).findFirst();
    }

    private boolean leads(AuthenticationExecutionModel step) {
        return step.isAuthenticatorFlow() ? first(step.getFlowId()).isPresent() : kinds.asksPassword(step);
    }
}
