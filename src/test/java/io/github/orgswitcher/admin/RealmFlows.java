package io.github.orgswitcher.admin;

import io.github.orgswitcher.testing.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm's flows, by their aliases, as an administrator sees and changes them step by step. */
final class RealmFlows {

    private final RealmResource realm;
    private final AuthenticationManagementResource management;

    RealmFlows(TestRealm realm) {
        this.realm = realm.resource();
        this.management = this.realm.flows();
    }

    /** All aliases. */
    List<String> aliases() {
        return management.getFlows().stream()
                .map(AuthenticationFlowRepresentation::getAlias)
                .sorted()
                .toList();
    }

    /** Makes a flow of one step. */
    void make(String alias, String authenticator) {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias(alias);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        management.createFlow(flow).close();
        add(alias, authenticator);
    }

    /** Adds a step, REQUIRED, to a flow. */
    void add(String alias, String authenticator) {
        management.addExecution(alias, Map.of("provider", authenticator));
        require(alias, authenticator, "REQUIRED");
    }

    /** Sets the requirement of a flow's step. */
    void require(String alias, String authenticator, String requirement) {
        steps(alias).filter(step -> authenticator.equals(step.getProviderId())).forEach(step -> {
            step.setRequirement(requirement);
            management.updateExecutions(alias, step);
        });
    }

    /** Copies Keycloak's browser flow, with other priorities of its uppermost steps. */
    void copyBrowser(String alias, int ofTheCookie, int ofTheOthers) {
        management.copy("browser", Map.of("newName", alias)).close();
        steps(alias).filter(step -> step.getLevel() == 0).forEach(step -> {
            step.setPriority("auth-cookie".equals(step.getProviderId()) ? ofTheCookie : ofTheOthers);
            management.updateExecutions(alias, step);
        });
    }

    void rename(String alias, String name) {
        AuthenticationFlowRepresentation flow = management.getFlows().stream()
                .filter(any -> alias.equals(any.getAlias()))
                .findFirst()
                .orElseThrow();
        flow.setAlias(name);
        management.updateFlow(flow.getId(), flow);
    }

    /** Removes all that did not come with Keycloak. */
    void removeMade() {
        management.getFlows().stream()
                .filter(flow -> !flow.isBuiltIn())
                .forEach(flow -> management.deleteFlow(flow.getId()));
    }

    /** The authenticators of a flow, in the order they run. */
    List<String> authenticators(String alias) {
        return steps(alias)
                .flatMap(step -> Stream.ofNullable(step.getProviderId()))
                .toList();
    }

    /** The id of the step with an authenticator. */
    String step(String alias, String authenticator) {
        return steps(alias)
                .filter(step -> authenticator.equals(step.getProviderId()))
                .map(AuthenticationExecutionInfoRepresentation::getId)
                .findFirst()
                .orElseThrow();
    }

    private Stream<AuthenticationExecutionInfoRepresentation> steps(String alias) {
        return management.getExecutions(alias).stream();
    }

    /** The browser flow that is bound. */
    String browser() {
        return realm.toRepresentation().getBrowserFlow();
    }

    void bindBrowser(String alias) {
        RealmRepresentation representation = realm.toRepresentation();
        representation.setBrowserFlow(alias);
        realm.update(representation);
    }

    /** Has a client sign people in by a browser flow of its own; an empty alias takes it away. */
    void bindClient(String clientId, String alias) {
        ClientRepresentation client = realm.clients().findByClientId(clientId).get(0);
        String flowId = management.getFlows().stream()
                .filter(flow -> alias.equals(flow.getAlias()))
                .map(AuthenticationFlowRepresentation::getId)
                .findFirst()
                .orElse("");
        client.setAuthenticationFlowBindingOverrides(Map.of("browser", flowId));
        realm.clients().get(client.getId()).update(client);
    }

    /** The realm's first broker login flow. */
    String firstBrokerLogin() {
        return realm.toRepresentation().getFirstBrokerLoginFlow();
    }

    void bindFirstBrokerLogin(String alias) {
        RealmRepresentation representation = realm.toRepresentation();
        representation.setFirstBrokerLoginFlow(alias);
        realm.update(representation);
    }

    /** The social provider's own first broker login flow; empty where it has the realm's. */
    String firstBrokerLoginOfSocial() {
        String alias = social().toRepresentation().getFirstBrokerLoginFlowAlias();
        return alias == null ? "" : alias;
    }

    /** Sets it; an empty alias takes it away. */
    void bindFirstBrokerLoginOfSocial(String alias) {
        IdentityProviderRepresentation representation = social().toRepresentation();
        representation.setFirstBrokerLoginFlowAlias(alias);
        social().update(representation);
    }

    void copy(String alias, String name) {
        management.copy(alias, Map.of("newName", name)).close();
    }

    /** The flow after the social provider's login; empty where there is none. */
    String postLogin() {
        String alias = social().toRepresentation().getPostBrokerLoginFlowAlias();
        return alias == null ? "" : alias;
    }

    /** Sets it; an empty alias takes it away. */
    void bindPostLogin(String alias) {
        IdentityProviderRepresentation representation = social().toRepresentation();
        representation.setPostBrokerLoginFlowAlias(alias);
        social().update(representation);
    }

    private IdentityProviderResource social() {
        return realm.identityProviders().get(TestRealm.SOCIAL);
    }
}
