package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.WholeFlows;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A flow that the set-up has made. Realm attributes remember its id, its shape, and how it was wanted: anyone may rename
 * it, and a flow of the same name may be somebody else's. They are exported and imported with the realm, as the flow's id is.
 */
final class MadeFlow {

    private final RealmModel realm;
    private final WholeFlows flows;
    private final String idAttribute;
    private final String shapeAttribute;
    private final String wantedAttribute;
    private final String waysAttribute;

    MadeFlow(KeycloakSession session, RealmModel realm, String name) {
        this.realm = realm;
        this.flows = new WholeFlows(session, realm);
        this.idAttribute = "org-switcher.setup." + name;
        this.shapeAttribute = idAttribute + ".shape";
        this.wantedAttribute = idAttribute + ".wanted";
        this.waysAttribute = idAttribute + ".ways";
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

    /** Whether the flow that was made is what is wanted. */
    boolean isWanted(ByEmail byEmail) {
        return byEmail.name().equals(realm.getAttribute(wantedAttribute));
    }

    AuthenticationFlowModel remember(FlowBuilder.Built built, ByEmail wanted) {
        realm.setAttribute(idAttribute, built.flow().getId());
        realm.setAttribute(shapeAttribute, new FlowSteps(realm, built.flow()).shape());
        realm.setAttribute(wantedAttribute, wanted.name());
        realm.setAttribute(waysAttribute, String.join(" ", built.ways()));
        return built.flow();
    }

    /**
     * Takes the flow back. One that others have changed stays where it is, and only loses the steps of the set-up; one
     * that others use in another place stays as it is.
     *
     * @param undo takes the steps of the set-up, but for the ways in by email, from a flow that others have changed
     * @param gone does what is left to do where a way in by email was
     * @param unbind makes the realm do without the flow
     */
    void takeBack(
            Consumer<FlowSteps> undo,
            Consumer<AuthenticationExecutionModel> gone,
            Consumer<AuthenticationFlowModel> unbind) {
        find().ifPresent(flow -> {
            boolean asMade = isAsMade(flow);
            FlowSteps steps = new FlowSteps(realm, flow);
            if (!asMade) {
                undo.accept(steps);
                ways(steps).toList().forEach(way -> {
                    flows.delete(way);
                    gone.accept(way);
                });
            }
            if (asMade || steps.areNone()) {
                unbind.accept(flow);
                flows.delete(flow);
            }
        });
        Stream.of(idAttribute, shapeAttribute, wantedAttribute, waysAttribute).forEach(realm::removeAttribute);
    }

    private Stream<AuthenticationExecutionModel> ways(FlowSteps steps) {
        List<String> ways = List.of(Optional.ofNullable(realm.getAttribute(waysAttribute))
                .orElse("")
                .split(" "));
        return steps.all().filter(step -> step.isAuthenticatorFlow() && ways.contains(step.getFlowId()));
    }
}
