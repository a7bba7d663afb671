package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.WholeFlows;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The flows of first logins at identity providers, which copies replace: where Keycloak's mail proves whose account is to be
 * linked, the sign-in by email does in the copy. Keycloak's own proof verifies an account in place, whoever has made it.
 */
final class FirstBrokerLogin {

    private static final String NAME = "first-broker-login-flow.";

    /** Ids of the flows that copies replace. */
    private static final String REPLACED = "org-switcher.setup.first-broker-login-flows.replaced";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UsedFlows used;

    FirstBrokerLogin(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.used = new UsedFlows(session, realm);
    }

    /** Aliases of the flows in use that have the sign-in by email, whoever put it there. */
    SortedSet<String> flowsWithEmail() {
        return used.firstBrokerLogin()
                .filter(flow -> new FlowSteps(realm, flow).run(FlowSteps.EMAIL))
                .map(AuthenticationFlowModel::getAlias)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Replaces the realm's flow, and those that these identity providers have in its place, or gives them back.
     *
     * @param aliases of identity providers
     */
    void set(ByEmail byEmail, Set<String> aliases) {
        List<IdentityProviderModel> providers =
                aliases.stream().map(session.identityProviders()::getByAlias).toList();
        if (byEmail == ByEmail.NONE) {
            remove();
        } else if (!isSettled(byEmail, providers)) {
            remove();
            List<AuthenticationFlowModel> originals =
                    flows(providers).filter(this::linksByMail).toList();
            originals.forEach(original -> replace(original, byEmail, providers));
            setReplaced(originals);
        }
    }

    /** Takes back what the set-up has made. */
    void remove() {
        replaced().forEach(id -> made(id).takeBack(steps -> {}, this::linkByMail, flow -> unbind(flow, id)));
        realm.removeAttribute(REPLACED);
    }

    private boolean isSettled(ByEmail byEmail, Collection<IdentityProviderModel> providers) {
        return flows(providers).noneMatch(this::linksByMail)
                && replaced().allMatch(id -> made(id).find()
                        .filter(made(id)::isAsMade)
                        .map(flow -> made(id).isWanted(byEmail) && isOf(flow, providers))
                        .orElse(true));
    }

    /** Whether a flow is the realm's or one of these identity providers', and no other's. */
    private boolean isOf(AuthenticationFlowModel flow, Collection<IdentityProviderModel> providers) {
        Set<String> aliases =
                providers.stream().map(IdentityProviderModel::getAlias).collect(Collectors.toSet());
        return flows(providers).anyMatch(own -> own.getId().equals(flow.getId()))
                && providersOf(flow).allMatch(provider -> aliases.contains(provider.getAlias()));
    }

    private Stream<AuthenticationFlowModel> flows(Collection<IdentityProviderModel> providers) {
        return Stream.concat(
                        Stream.of(used.firstBrokerLoginOfRealm().getId()),
                        providers.stream()
                                .map(IdentityProviderModel::getFirstBrokerLoginFlowId)
                                .filter(Objects::nonNull))
                .distinct()
                .map(realm::getAuthenticationFlowById)
                .filter(Objects::nonNull);
    }

    private boolean linksByMail(AuthenticationFlowModel flow) {
        return new FlowSteps(realm, flow).run(FlowSteps.LINK_BY_MAIL);
    }

    private void replace(
            AuthenticationFlowModel original, ByEmail byEmail, Collection<IdentityProviderModel> providers) {
        AuthenticationFlowModel copy = made(original.getId())
                .remember(new FlowBuilder(session, realm).firstBrokerLogin(original, byEmail), byEmail);
        if (original.getId().equals(used.firstBrokerLoginOfRealm().getId())) {
            realm.setFirstBrokerLoginFlow(copy);
        }
        providers.stream()
                .filter(provider -> original.getId().equals(provider.getFirstBrokerLoginFlowId()))
                .forEach(provider -> bind(provider, copy));
    }

    private void unbind(AuthenticationFlowModel made, String originalId) {
        AuthenticationFlowModel original = Optional.ofNullable(realm.getAuthenticationFlowById(originalId))
                .orElseGet(() -> new WholeFlows(session, realm).originalFirstBrokerLogin());
        if (made.getId().equals(used.firstBrokerLoginOfRealm().getId())) {
            realm.setFirstBrokerLoginFlow(original);
        }
        providersOf(made).toList().forEach(provider -> bind(provider, original));
    }

    private void bind(IdentityProviderModel provider, AuthenticationFlowModel flow) {
        provider.setFirstBrokerLoginFlowId(flow.getId());
        session.identityProviders().update(provider);
    }

    /** Puts Keycloak's proof back where a way by email was. */
    private void linkByMail(AuthenticationExecutionModel way) {
        new FlowWriter(session, realm)
                .step(way.getParentFlow(), FlowSteps.LINK_BY_MAIL, way.getRequirement(), way.getPriority());
    }

    private Stream<IdentityProviderModel> providersOf(AuthenticationFlowModel flow) {
        return used.providers(flow, IdentityProviderModel::getFirstBrokerLoginFlowId);
    }

    private MadeFlow made(String originalId) {
        return new MadeFlow(session, realm, NAME + originalId);
    }

    private Stream<String> replaced() {
        return Stream.of(Optional.ofNullable(realm.getAttribute(REPLACED))
                        .orElse("")
                        .split(" "))
                .filter(id -> !id.isEmpty());
    }

    private void setReplaced(List<AuthenticationFlowModel> originals) {
        if (!originals.isEmpty()) {
            realm.setAttribute(
                    REPLACED,
                    originals.stream().map(AuthenticationFlowModel::getId).collect(Collectors.joining(" ")));
        }
    }
}
