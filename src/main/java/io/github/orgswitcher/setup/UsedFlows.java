package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.WholeFlows;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The flows through which people come in. */
record UsedFlows(KeycloakSession session, RealmModel realm) {

    /** The realm's browser flow, and those that clients have in its place. */
    Stream<AuthenticationFlowModel> browser() {
        String bound = realm.getBrowserFlow().getId();
        return topLevel().filter(flow -> flow.getId().equals(bound) || isOfClient(flow));
    }

    /** The realm's first broker login flow, and those that identity providers have in its place. */
    Stream<AuthenticationFlowModel> firstBrokerLogin() {
        String bound = firstBrokerLoginOfRealm().getId();
        return topLevel()
                .filter(flow -> flow.getId().equals(bound)
                        || providers(flow, IdentityProviderModel::getFirstBrokerLoginFlowId)
                                .findAny()
                                .isPresent());
    }

    AuthenticationFlowModel firstBrokerLoginOfRealm() {
        return Optional.ofNullable(realm.getFirstBrokerLoginFlow())
                .orElseGet(() -> new WholeFlows(session, realm).originalFirstBrokerLogin());
    }

    /**
     * Identity providers that run a flow.
     *
     * @param when gives the id of what they run at one time; Keycloak finds those too that run the flow at another
     */
    Stream<IdentityProviderModel> providers(
            AuthenticationFlowModel flow, Function<IdentityProviderModel, @Nullable String> when) {
        return session.identityProviders()
                .getByFlow(flow.getId(), null, null, null)
                .map(session.identityProviders()::getByAlias)
                .filter(provider -> flow.getId().equals(when.apply(provider)));
    }

    /** Keycloak lists what this transaction has removed, too. */
    Stream<AuthenticationFlowModel> topLevel() {
        return realm.getAuthenticationFlowsStream()
                .filter(flow -> flow.isTopLevel() && realm.getAuthenticationFlowById(flow.getId()) != null);
    }

    private boolean isOfClient(AuthenticationFlowModel flow) {
        return realm.searchClientByAuthenticationFlowBindingOverrides(Map.of("browser", flow.getId()), 0, 1)
                .findAny()
                .isPresent();
    }
}
