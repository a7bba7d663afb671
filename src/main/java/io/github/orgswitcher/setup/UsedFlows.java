package io.github.orgswitcher.setup;

import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The flows through which people come in. */
record UsedFlows(KeycloakSession session, RealmModel realm) {

    /** The realm's browser flow, and those that clients have in its place. */
    Stream<AuthenticationFlowModel> browser() {
        String bound = realm.getBrowserFlow().getId();
        return topLevel().filter(flow -> flow.getId().equals(bound) || isOfClient(flow));
    }

    private boolean isOfClient(AuthenticationFlowModel flow) {
        return realm.searchClientByAuthenticationFlowBindingOverrides(Map.of("browser", flow.getId()), 0, 1)
                .findAny()
                .isPresent();
    }

    private Stream<AuthenticationFlowModel> topLevel() {
        // Keycloak lists a flow that this transaction has removed, too.
        return realm.getAuthenticationFlowsStream()
                .filter(flow -> flow.isTopLevel() && realm.getAuthenticationFlowById(flow.getId()) != null);
    }
}
