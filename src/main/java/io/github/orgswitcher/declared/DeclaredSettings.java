package io.github.orgswitcher.declared;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.policy.RefusedValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an organization's attributes say about the settings of its join policy. An attribute that is meant to keep people
 * out and cannot be understood keeps everyone out.
 *
 * @param values what is in force
 * @param refused the values that are not
 */
public record DeclaredSettings(PolicyValues values, List<RefusedSetting> refused) {

    /** Copies the list. */
    public DeclaredSettings {
        refused = List.copyOf(refused);
    }

    /**
     * Reads an organization's attributes.
     *
     * @param attributes the attributes
     * @return what they say
     */
    static DeclaredSettings of(Map<String, List<String>> attributes) {
        PolicyValues values = PolicyValues.NONE;
        List<RefusedSetting> refused = new ArrayList<>();
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            values = with(values, setting, attributes, refused);
        }
        PolicyValues closed = values.with(PolicySettings.JOIN_MODE, Optional.of(JoinMode.DISABLED));
        return new DeclaredSettings(refused.isEmpty() ? values : closed, refused);
    }

    private static <T> PolicyValues with(
            PolicyValues values,
            PolicySetting<T> setting,
            Map<String, List<String>> attributes,
            List<RefusedSetting> refused) {
        List<String> texts = DeclaredPolicy.values(attributes, setting.attribute())
                .distinct()
                .toList();
        if (texts.isEmpty()) {
            return values;
        }
        try {
            return values.with(setting, Optional.of(setting.ofTexts(texts)));
        } catch (RefusedValueException e) {
            String shown = ShownText.of(String.join(", ", texts));
            refused.add(new RefusedSetting(setting, shown, e.messageKey(), e.params()));
            return values;
        }
    }
}
