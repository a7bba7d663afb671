package io.github.orgswitcher.setup;

import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.SentNames;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The identity providers whose logins end with the switcher, and the flow that is made for them. */
final class PostLogin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MadeFlow made;

    PostLogin(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.made = new MadeFlow(session, realm, "post-login-flow");
    }

    /** Aliases of the identity providers whose post-login flow has the switcher, whoever made it. */
    SortedSet<String> providers() {
        return new UsedFlows(session, realm)
                .topLevel()
                .filter(this::runsSwitcher)
                .flatMap(this::providersOf)
                .map(IdentityProviderModel::getAlias)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Makes these identity providers end with the switcher, and no longer those that the set-up alone has let do so.
     *
     * @throws SetupRefusedException where one does not exist, or has a post-login flow without the switcher
     */
    void set(Set<String> aliases) {
        List<IdentityProviderModel> missing =
                aliases.stream().map(this::provider).filter(this::isOff).toList();
        made.find().filter(made::isAsMade).stream()
                .flatMap(this::providersOf)
                .filter(provider -> !aliases.contains(provider.getAlias()))
                .toList()
                .forEach(provider -> setFlow(provider, null));
        if (!missing.isEmpty()) {
            String flowId = made.find()
                    .filter(this::runsSwitcher)
                    .orElseGet(() -> made.remember(new FlowBuilder(session, realm).postLogin(), ByEmail.NONE))
                    .getId();
            missing.forEach(provider -> setFlow(provider, flowId));
        }
        if (aliases.isEmpty()) {
            remove();
        }
    }

    /** Takes back what the set-up has made. */
    void remove() {
        made.takeBack(steps -> steps.remove(Set.of(SwitcherConfig.PROVIDER_ID)), way -> {}, flow -> providersOf(flow)
                .toList()
                .forEach(provider -> setFlow(provider, null)));
    }

    private IdentityProviderModel provider(String alias) {
        return new SentNames(session)
                .identityProvider(alias)
                .orElseThrow(() -> SetupRefusedException.invalid(
                        SetupRequest.IDENTITY_PROVIDERS, "orgSwitcherSetupProviderUnknown", alias));
    }

    private boolean isOff(IdentityProviderModel provider) {
        AuthenticationFlowModel flow = provider.getPostBrokerLoginFlowId() == null
                ? null
                : realm.getAuthenticationFlowById(provider.getPostBrokerLoginFlowId());
        if (flow != null && !runsSwitcher(flow)) {
            throw SetupRefusedException.conflict(
                    SetupRequest.IDENTITY_PROVIDERS,
                    "orgSwitcherSetupProviderTaken",
                    provider.getAlias(),
                    flow.getAlias());
        }
        return flow == null;
    }

    private boolean runsSwitcher(AuthenticationFlowModel flow) {
        return new FlowSteps(realm, flow).run(SwitcherConfig.PROVIDER_ID);
    }

    private Stream<IdentityProviderModel> providersOf(AuthenticationFlowModel flow) {
        return new UsedFlows(session, realm).providers(flow, IdentityProviderModel::getPostBrokerLoginFlowId);
    }

    private void setFlow(IdentityProviderModel provider, @Nullable String flowId) {
        provider.setPostBrokerLoginFlowId(flowId);
        session.identityProviders().update(provider);
    }
}
