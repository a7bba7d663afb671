package io.github.orgswitcher.setup;

import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The steps by which people sign in by email, in flows that are in use. */
record EmailSteps(KeycloakSession session, RealmModel realm) {

    /**
     * One of them.
     *
     * @param flow the flow that people come in through
     * @param step the step in it, or in its subflows
     */
    record EmailStep(AuthenticationFlowModel flow, AuthenticationExecutionModel step) {}

    Stream<EmailStep> reachable() {
        UsedFlows used = new UsedFlows(session, realm);
        return Stream.concat(used.browser(), used.firstBrokerLogin()).flatMap(flow -> new FlowSteps(realm, flow)
                .reachable()
                .filter(step -> FlowSteps.EMAIL.equals(step.getAuthenticator()))
                .map(step -> new EmailStep(flow, step)));
    }
}
