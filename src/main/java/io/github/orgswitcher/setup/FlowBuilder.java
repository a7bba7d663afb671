package io.github.orgswitcher.setup;

import io.github.orgswitcher.passwordless.EmailSignInAuthenticatorFactory;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlow;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AuthenticationManagementResource;

/** Builds the flows that lead to the switcher. */
record FlowBuilder(KeycloakSession session, RealmModel realm) {

    /** A flow with the switcher as its one step. */
    AuthenticationFlowModel postLogin() {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(free("organization switcher post login"));
        flow.setDescription("After the login at an identity provider: the organization switcher");
        flow.setProviderId(AuthenticationFlow.BASIC_FLOW);
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        AuthenticationFlowModel added = realm.addAuthenticationFlow(flow);
        add(added, SwitcherConfig.PROVIDER_ID, Requirement.REQUIRED, 10);
        return added;
    }

    /**
     * A copy of a browser flow in which the switcher follows the session's cookie.
     *
     * @param passwordless whether the sign-in by email is one way more, behind all others
     * @throws SetupRefusedException where the flow has no cookie step of its own
     */
    AuthenticationFlowModel browser(AuthenticationFlowModel original, boolean passwordless) {
        if (steps(original).noneMatch(FlowBuilder::isCookie)) {
            throw SetupRefusedException.conflict(
                    SetupRequest.BROWSER_FLOW, "orgSwitcherSetupNoCookie", original.getAlias());
        }
        AuthenticationFlowModel copy = AuthenticationManagementResource.copyFlow(
                session, realm, original, free(original.getAlias() + " with organization switcher"));
        List<AuthenticationExecutionModel> steps = steps(copy).toList();
        int place = IntStream.range(0, steps.size())
                .filter(index -> isCookie(steps.get(index)))
                .findFirst()
                .orElseThrow();
        // Priorities are anyone's; these leave gaps as Keycloak's own do.
        for (int index = 0; index < steps.size(); index++) {
            AuthenticationExecutionModel step = steps.get(index);
            step.setPriority(10 * (index <= place ? index : index + 1));
            realm.updateAuthenticatorExecution(step);
        }
        add(copy, SwitcherConfig.PROVIDER_ID, Requirement.ALTERNATIVE, 10 * (place + 1));
        if (passwordless) {
            add(copy, EmailSignInAuthenticatorFactory.PROVIDER_ID, Requirement.ALTERNATIVE, 10 * (steps.size() + 1));
        }
        return copy;
    }

    private void add(AuthenticationFlowModel flow, String authenticator, Requirement requirement, int priority) {
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setParentFlow(flow.getId());
        step.setAuthenticator(authenticator);
        step.setRequirement(requirement);
        step.setPriority(priority);
        step.setAuthenticatorFlow(false);
        realm.addAuthenticatorExecution(step);
    }

    private Stream<AuthenticationExecutionModel> steps(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId());
    }

    private static boolean isCookie(AuthenticationExecutionModel step) {
        return FlowSteps.COOKIE.equals(step.getAuthenticator());
    }

    /**
     * The name, or the name with the first number that makes it a new one. Keycloak names the copies of subflows and of
     * settings after the copy of the flow, and fails where one of these is taken.
     */
    private String free(String name) {
        Set<String> taken = aliases().collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(name),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> name + " " + number))
                .filter(candidate ->
                        taken.stream().noneMatch(alias -> alias.equals(candidate) || alias.startsWith(candidate + " ")))
                .findFirst()
                .orElseThrow();
    }

    /** Keycloak lists what this transaction has removed, too. */
    private Stream<String> aliases() {
        Stream<String> flows = realm.getAuthenticationFlowsStream()
                .filter(flow -> realm.getAuthenticationFlowById(flow.getId()) != null)
                .map(AuthenticationFlowModel::getAlias);
        Stream<String> settings = realm.getAuthenticatorConfigsStream()
                .filter(config -> realm.getAuthenticatorConfigById(config.getId()) != null)
                .map(AuthenticatorConfigModel::getAlias)
                .filter(Objects::nonNull);
        return Stream.concat(flows, settings);
    }
}
