package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.WholeFlows;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Builds the flows that lead to the switcher, and to the sign-in by email. */
record FlowBuilder(KeycloakSession session, RealmModel realm) {

    private static final int GAP = 10;

    /** What a level of authentication hangs on. Keycloak takes no login in a flow that has two for one level. */
    private static final String LEVEL = "conditional-level-of-authentication";

    /**
     * A flow that was built.
     *
     * @param flow the flow
     * @param ways ids of the subflows that are ways in by email
     */
    record Built(AuthenticationFlowModel flow, List<String> ways) {}

    /** A flow with the switcher as its one step. */
    Built postLogin() {
        AuthenticationFlowModel flow = writer().flow(
                        writer().free("organization switcher post login"),
                        "After the login at an identity provider: the organization switcher",
                        true);
        writer().step(flow.getId(), SwitcherConfig.PROVIDER_ID, Requirement.REQUIRED, GAP);
        return new Built(flow, List.of());
    }

    /**
     * A copy of a browser flow in which the switcher follows the session's cookie.
     *
     * @param byEmail whether the sign-in by email is one way more, behind all others; where the flow has it, it stays as it
     *     is
     * @throws SetupRefusedException where the flow has no cookie step, or no place for the sign-in by email
     */
    Built browser(AuthenticationFlowModel original, ByEmail byEmail) {
        if (!new FlowSteps(realm, original).run(FlowSteps.COOKIE)) {
            throw SetupRefusedException.conflict(
                    SetupRequest.BROWSER_FLOW, "orgSwitcherSetupNoCookie", original.getAlias());
        }
        AuthenticationFlowModel copy = copy(original, "organization switcher");
        String ways = find(copy, FlowSteps.COOKIE).findFirst().orElseThrow().getParentFlow();
        int behind = addSwitcher(ways);
        if (byEmail == ByEmail.NONE || new FlowSteps(realm, copy).run(FlowSteps.EMAIL)) {
            return new Built(copy, List.of());
        }
        WaysByPassword passwords = new WaysByPassword(new StepKinds(session), realm);
        List<AuthenticationExecutionModel> password =
                passwords.choice(ways).stream().toList();
        Optional<WaysByPassword.Place> shared =
                passwords.place(ways).filter(place -> byEmail == ByEmail.WITH_SECOND_FACTOR || hasLevels(password));
        AuthenticationFlowModel way =
                way(original, copy, shared.map(WaysByPassword.Place::steps).orElse(password), byEmail);
        shared.ifPresentOrElse(place -> putBeside(place, way, copy.getAlias()), () -> writer().subFlow(
                        ways, way, Requirement.ALTERNATIVE, behind));
        return finished(copy, List.of(way), byEmail);
    }

    /** A copy of a first broker login flow in which the sign-in by email proves whose account is linked. */
    Built firstBrokerLogin(AuthenticationFlowModel original, ByEmail byEmail) {
        AuthenticationFlowModel copy = copy(original, "email sign-in");
        WaysByPassword passwords = new WaysByPassword(new StepKinds(session), realm);
        List<AuthenticationFlowModel> ways = new ArrayList<>();
        for (AuthenticationExecutionModel step :
                find(copy, FlowSteps.LINK_BY_MAIL).toList()) {
            AuthenticationFlowModel way = way(
                    original,
                    copy,
                    passwords.choice(step.getParentFlow()).stream().toList(),
                    byEmail);
            writer().subFlow(step.getParentFlow(), way, step.getRequirement(), step.getPriority());
            realm.removeAuthenticatorExecution(step);
            ways.add(way);
        }
        return finished(copy, ways, byEmail);
    }

    private AuthenticationFlowModel copy(AuthenticationFlowModel original, String with) {
        String name = writer().free(original.getAlias() + " with " + with);
        AuthenticationFlowModel copy = new WholeFlows(session, realm).copy(original, name);
        new CopiedConditions(realm, copy).follow(alias -> name + " " + alias);
        return copy;
    }

    /** Adds the switcher behind the cookie, and gives the place behind all steps. */
    private int addSwitcher(String ways) {
        int priority = 0;
        // Priorities are anyone's; these leave gaps as Keycloak's own do.
        for (AuthenticationExecutionModel step : new FlowSteps(realm, ways).own()) {
            priority += GAP;
            step.setPriority(priority);
            realm.updateAuthenticatorExecution(step);
            if (FlowSteps.COOKIE.equals(step.getAuthenticator()) && !step.isDisabled()) {
                priority += GAP;
                writer().step(ways, SwitcherConfig.PROVIDER_ID, Requirement.ALTERNATIVE, priority);
            }
        }
        return priority + GAP;
    }

    private AuthenticationFlowModel way(
            AuthenticationFlowModel original,
            AuthenticationFlowModel copy,
            List<AuthenticationExecutionModel> password,
            ByEmail byEmail) {
        if (hasLevels(password)) {
            throw SetupRefusedException.conflict(
                    SetupRequest.PASSWORDLESS, "orgSwitcherSetupLevels", original.getAlias());
        }
        return emailWay(copy, writer().free(copy.getAlias() + " email"), byEmail == ByEmail.WITH_SECOND_FACTOR)
                .after(password);
    }

    private EmailWay emailWay(AuthenticationFlowModel copy, String name, boolean secondFactor) {
        return new EmailWay(session, realm, copy.getAlias(), name, secondFactor);
    }

    private boolean hasLevels(List<AuthenticationExecutionModel> steps) {
        return steps.stream()
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .anyMatch(step -> new FlowSteps(realm, step.getFlowId()).run(LEVEL));
    }

    /** Makes the password and the email two ways of one step, so that all else in the flow is demanded of both. */
    private void putBeside(WaysByPassword.Place place, AuthenticationFlowModel way, String name) {
        if (place.step().isAlternative()) {
            int last = new FlowSteps(realm, place.flowId()).lastPriority();
            writer().subFlow(place.flowId(), way, Requirement.ALTERNATIVE, last + GAP);
            return;
        }
        AuthenticationFlowModel ways = writer().flow(writer().free(name + " ways"), "By password, or by email", false);
        AuthenticationFlowModel password = writer().flow(writer().free(name + " password"), "By password", false);
        writer().subFlow(ways.getId(), password, Requirement.ALTERNATIVE, GAP);
        writer().subFlow(ways.getId(), way, Requirement.ALTERNATIVE, 2 * GAP);
        writer().subFlow(
                        place.flowId(), ways, Requirement.REQUIRED, place.step().getPriority());
        for (AuthenticationExecutionModel step : place.steps()) {
            realm.removeAuthenticatorExecution(step);
            step.setId(null);
            step.setParentFlow(password.getId());
            realm.addAuthenticatorExecution(step);
        }
    }

    private Built finished(AuthenticationFlowModel copy, List<AuthenticationFlowModel> ways, ByEmail byEmail) {
        CopiedConditions conditions = new CopiedConditions(realm, copy);
        for (AuthenticationFlowModel way : ways) {
            String prefix = copy.getAlias() + " ";
            new CopiedConditions(realm, way)
                    .follow(alias ->
                            alias.startsWith(prefix) ? way.getAlias() + " " + alias.substring(prefix.length()) : alias);
        }
        if (byEmail == ByEmail.WITH_SECOND_FACTOR) {
            conditions.takeEmailForPassword();
            ways.stream().filter(way -> asksForNoMore(copy, way)).forEach(way -> emailWay(copy, way.getAlias(), true)
                    .addSecondFactor(way));
        }
        return new Built(copy, ways.stream().map(AuthenticationFlowModel::getId).toList());
    }

    private boolean asksForNoMore(AuthenticationFlowModel flow, AuthenticationFlowModel way) {
        List<AuthenticationExecutionModel> steps =
                new FlowSteps(realm, way).all().toList();
        return new EmailAlone(session, realm).steps(flow).anyMatch(steps::contains);
    }

    private Stream<AuthenticationExecutionModel> find(AuthenticationFlowModel flow, String authenticator) {
        return new FlowSteps(realm, flow).reachable().filter(step -> authenticator.equals(step.getAuthenticator()));
    }

    private FlowWriter writer() {
        return new FlowWriter(session, realm);
    }
}
