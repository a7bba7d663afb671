package io.github.orgswitcher.account;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.github.orgswitcher.management.ManagedPolicy.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What managers may change of an organization's policy, as JSON. All but the values is read only, and ignored where it is sent back.
 *
 * @param values what is in force, a field a setting
 * @param settings what there is to set, in the order in which people read it
 */
public record ManagedPolicyRepresentation(@JsonAnyGetter Map<String, Object> values, List<Changeable> settings) {

    static final String SETTINGS = "settings";

    /**
     * A setting that managers may change.
     *
     * @param field its field
     * @param options what can be chosen from; empty for true or false
     * @param declared whether the organization's attributes say it, so that it is changed there alone
     */
    @Schema(name = "ManagedPolicySetting")
    public record Changeable(String field, List<String> options, boolean declared) {

        static Changeable of(Choice choice) {
            return new Changeable(choice.field(), choice.options(), choice.declared());
        }
    }

    static ManagedPolicyRepresentation of(List<Choice> choices) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Choice choice : choices) {
            values.put(choice.field(), choice.options().isEmpty() ? Boolean.valueOf(choice.value()) : choice.value());
        }
        return new ManagedPolicyRepresentation(
                values, choices.stream().map(Changeable::of).toList());
    }
}
