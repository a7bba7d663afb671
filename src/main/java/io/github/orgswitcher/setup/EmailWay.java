package io.github.orgswitcher.setup;

import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A way in by email. It is made after steps that are the way in by password, with the email in the password's place: what
 * they demand beside the password is demanded here, so that a realm has one policy. What stands beside the password as
 * another way in is left out.
 */
final class EmailWay {

    private static final int GAP = 10;

    private final RealmModel realm;
    private final StepKinds kinds;
    private final FlowWriter writer;
    private final String copied;
    private final String name;
    private final boolean secondFactor;

    /**
     * A way in.
     *
     * @param copied alias of the copied flow that it becomes part of, with which aliases of what is in there begin
     * @param name the way's alias, with which those of its own subflows begin
     * @param secondFactor whether what asks for a second factor is taken along
     */
    EmailWay(KeycloakSession session, RealmModel realm, String copied, String name, boolean secondFactor) {
        this.realm = realm;
        this.kinds = new StepKinds(session);
        this.writer = new FlowWriter(session, realm);
        this.copied = copied + " ";
        this.name = name;
        this.secondFactor = secondFactor;
    }

    /**
     * Makes the way, as a subflow that stands nowhere yet.
     *
     * @param steps the way in by password; none where there is none
     */
    AuthenticationFlowModel after(List<AuthenticationExecutionModel> steps) {
        AuthenticationFlowModel way = writer.flow(name, "By email, and what else the flow asks for", false);
        if (steps.isEmpty()) {
            addEmail(way, Requirement.REQUIRED, GAP);
        }
        steps.stream()
                .filter(this::isTaken)
                .forEach(step -> copy(step, step.isAlternative() ? Requirement.REQUIRED : step.getRequirement(), way));
        return way;
    }

    /** Has the way ask whoever has a second factor for it, by whatever of Keycloak's means the person has set up. */
    void addSecondFactor(AuthenticationFlowModel way) {
        AuthenticationFlowModel flow =
                writer.flow(name + " second factor", "Asked for where the account has one", false);
        int last = new FlowSteps(realm, way).lastPriority();
        writer.subFlow(way.getId(), flow, Requirement.CONDITIONAL, last + GAP);
        writer.step(flow.getId(), "conditional-user-configured", Requirement.REQUIRED, GAP);
        int priority = GAP;
        for (String authenticator : StepKinds.SECOND_FACTOR_FORMS) {
            priority += GAP;
            writer.step(flow.getId(), authenticator, Requirement.ALTERNATIVE, priority);
        }
    }

    private void copy(AuthenticationExecutionModel step, Requirement requirement, AuthenticationFlowModel to) {
        if (step.isAuthenticatorFlow()) {
            AuthenticationFlowModel original = realm.getAuthenticationFlowById(step.getFlowId());
            AuthenticationFlowModel copy = writer.flow(renamed(original.getAlias()), original.getDescription(), false);
            writer.subFlow(to.getId(), copy, requirement, step.getPriority());
            copyAll(original.getId(), copy);
        } else if (kinds.asksPassword(step)) {
            addEmail(to, requirement, step.getPriority());
        } else {
            copyStep(step, requirement, to);
        }
    }

    private void copyAll(String flowId, AuthenticationFlowModel to) {
        WaysByPassword ways = new WaysByPassword(kinds, realm);
        FlowSteps steps = new FlowSteps(realm, flowId);
        List<AuthenticationExecutionModel> password =
                ways.choice(flowId).stream().toList();
        steps.own().stream()
                .filter(this::isTaken)
                .filter(step -> password.isEmpty() || !step.isAlternative() || password.contains(step))
                .forEach(step -> copy(step, step.getRequirement(), to));
    }

    /** Whether a step belongs to the way by email, too. A subflow does where it has more than conditions. */
    private boolean isTaken(AuthenticationExecutionModel step) {
        if (step.isAuthenticatorFlow()) {
            return !step.isDisabled()
                    && new FlowSteps(realm, step.getFlowId())
                            .enabled().stream().anyMatch(inner -> !kinds.isCondition(inner) && isTaken(inner));
        }
        return !kinds.asksName(step)
                && (secondFactor || !kinds.asksSecondFactor(step))
                && !(step.isDisabled() && kinds.asksPassword(step));
    }

    private void copyStep(AuthenticationExecutionModel step, Requirement requirement, AuthenticationFlowModel to) {
        AuthenticationExecutionModel copy =
                writer.step(to.getId(), step.getAuthenticator(), requirement, step.getPriority());
        if (step.getAuthenticatorConfig() != null) {
            copy.setAuthenticatorConfig(copyConfig(step.getAuthenticatorConfig()));
            realm.updateAuthenticatorExecution(copy);
        }
    }

    /** Settings that a deployed script brings along are in no realm, and shared. */
    private String copyConfig(String id) {
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(id);
        if (config == null) {
            return id;
        }
        AuthenticatorConfigModel copy = new AuthenticatorConfigModel();
        copy.setAlias(config.getAlias() == null ? null : renamed(config.getAlias()));
        copy.setConfig(config.getConfig());
        return realm.addAuthenticatorConfig(copy).getId();
    }

    private String renamed(String alias) {
        return name + " " + (alias.startsWith(copied) ? alias.substring(copied.length()) : alias);
    }

    private void addEmail(AuthenticationFlowModel to, Requirement requirement, int priority) {
        writer.step(to.getId(), FlowSteps.EMAIL, requirement, priority);
    }
}
