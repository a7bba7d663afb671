package io.github.orgswitcher.setup;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A flow that the set-up has made. Realm attributes remember its id and its shape: anyone may rename it, and a flow of
 * the same name may be somebody else's. They are exported and imported with the realm, as the flow's id is.
 */
final class MadeFlow {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String idAttribute;
    private final String shapeAttribute;

    MadeFlow(KeycloakSession session, RealmModel realm, String name) {
        this.session = session;
        this.realm = realm;
        this.idAttribute = "org-switcher.setup." + name;
        this.shapeAttribute = idAttribute + ".shape";
    }

    /** The flow; empty where none was made or it is gone. */
    Optional<AuthenticationFlowModel> find() {
        return Optional.ofNullable(realm.getAttribute(idAttribute)).map(realm::getAuthenticationFlowById);
    }

    /** Whether the flow is the one that was made, and still does what it was made to do. */
    boolean isAsMade(AuthenticationFlowModel flow) {
        return flow.getId().equals(realm.getAttribute(idAttribute))
                && new FlowSteps(realm, flow).shape().equals(realm.getAttribute(shapeAttribute));
    }

    AuthenticationFlowModel remember(AuthenticationFlowModel flow) {
        realm.setAttribute(idAttribute, flow.getId());
        realm.setAttribute(shapeAttribute, new FlowSteps(realm, flow).shape());
        return flow;
    }

    /**
     * Takes the flow back. One that others have changed stays where it is, and only loses the steps of the set-up; one
     * that others use in another place stays as it is.
     *
     * @param authenticators whose steps the set-up has added
     * @param unbind makes the realm do without the flow
     */
    void takeBack(Collection<String> authenticators, Consumer<AuthenticationFlowModel> unbind) {
        find().ifPresent(flow -> {
            FlowSteps steps = new FlowSteps(realm, flow);
            if (!isAsMade(flow)) {
                steps.remove(authenticators);
            }
            if (isAsMade(flow) || steps.areNone()) {
                unbind.accept(flow);
                delete(flow);
            }
        });
        realm.removeAttribute(idAttribute);
        realm.removeAttribute(shapeAttribute);
    }

    private void delete(AuthenticationFlowModel flow) {
        if (!KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
            // Neither handler is ever called: the flow is there, and not built in.
            KeycloakModelUtils.deepDeleteAuthenticationFlow(session, realm, flow, () -> {}, () -> {}, false);
        }
    }
}
