package io.github.orgswitcher.testing;

import java.util.List;
import java.util.Map;

/**
 * A step of a flow, as an administrator would add it.
 *
 * @param name the authenticator's id, or for a sub-flow its alias
 * @param config the authenticator's settings; empty where it has none
 * @param steps the steps of a sub-flow; empty for an authenticator
 */
public record FlowStep(String name, String requirement, Map<String, String> config, List<FlowStep> steps) {

    /** An authenticator. */
    public static FlowStep alternative(String authenticatorId) {
        return new FlowStep(authenticatorId, "ALTERNATIVE", Map.of(), List.of());
    }

    /** An authenticator. */
    public static FlowStep required(String authenticatorId) {
        return new FlowStep(authenticatorId, "REQUIRED", Map.of(), List.of());
    }

    /** A sub-flow; its alias is unique in the realm. */
    public static FlowStep alternative(String alias, FlowStep... steps) {
        return new FlowStep(alias, "ALTERNATIVE", Map.of(), List.of(steps));
    }

    /** A sub-flow that counts where its conditions hold; its alias is unique in the realm. */
    public static FlowStep conditional(String alias, FlowStep... steps) {
        return new FlowStep(alias, "CONDITIONAL", Map.of(), List.of(steps));
    }

    /** A sub-flow; its alias is unique in the realm. */
    public static FlowStep requiredFlow(String alias, FlowStep... steps) {
        return new FlowStep(alias, "REQUIRED", Map.of(), List.of(steps));
    }

    /** The same authenticator with these settings. */
    public FlowStep with(Map<String, String> settings) {
        return new FlowStep(name, requirement, settings, steps);
    }
}
