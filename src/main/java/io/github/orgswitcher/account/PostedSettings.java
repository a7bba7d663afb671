package io.github.orgswitcher.account;

import io.github.orgswitcher.management.ManagedPolicy.Choice;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings as they were posted, beside what they said when the page was drawn: whoever changes one leaves the others as somebody
 * else has set them meanwhile.
 *
 * @param form what was posted
 * @param settings what the settings say now
 */
record PostedSettings(ManageForm form, List<Choice> settings) {

    private static final String WAS = "was-";

    /**
     * What the person has changed, by the setting's field, as JSON has it.
     *
     * @throws ChoiceRefusedException where somebody else has changed the same meanwhile
     */
    Map<String, Object> changes() {
        Map<String, Object> changes = new HashMap<>();
        for (Choice setting : settings) {
            String was = was(setting);
            String wanted = posted(setting);
            if (!wanted.equals(was)) {
                if (!setting.value().equals(was) && !setting.value().equals(wanted)) {
                    throw new ChoiceRefusedException(
                            setting.field(), "orgSwitcherErrorChanged", "org_switcher_policy_refused");
                }
                changes.put(setting.field(), isYesOrNo(setting) ? Boolean.valueOf(wanted) : wanted);
            }
        }
        return changes;
    }

    /** The settings to show: with what was chosen where that was not saved. */
    List<ManageSetting> shown() {
        return settings.stream()
                .map(setting -> new ManageSetting(
                        setting.field(), setting.options(), chosen(setting), setting.value(), setting.declared()))
                .toList();
    }

    private String chosen(Choice setting) {
        String posted = posted(setting);
        boolean choosable = isYesOrNo(setting) || setting.options().contains(posted);
        return form.button() == ManageForm.Button.SAVE && !setting.declared() && choosable ? posted : setting.value();
    }

    private String was(Choice setting) {
        return form.fields().getOrDefault(WAS + setting.field(), setting.value());
    }

    /** Of yes or no, what is not posted is a no, unless nobody could have ticked it. */
    private String posted(Choice setting) {
        if (!isYesOrNo(setting)) {
            return form.fields().getOrDefault(setting.field(), was(setting));
        }
        boolean posted = form.fields().containsKey(setting.field());
        return posted || !setting.declared() ? String.valueOf(posted) : was(setting);
    }

    private static boolean isYesOrNo(Choice setting) {
        return setting.options().isEmpty();
    }
}
