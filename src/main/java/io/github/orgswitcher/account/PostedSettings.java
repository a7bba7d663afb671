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
    private static final String CHANGED_MEANWHILE = "orgSwitcherManageSettingChanged";

    /**
     * What to draw after a refusal. Who has been told that somebody else has changed a setting may change it over that.
     *
     * @param form what was posted
     * @param refused why it was refused
     */
    static ManageForm after(ManageForm form, ChoiceRefusedException refused) {
        return refused.messageKey().equals(CHANGED_MEANWHILE) ? form.without(WAS + refused.field()) : form;
    }

    /**
     * What the person has changed, by the setting's field, as JSON has it.
     *
     * @throws ChoiceRefusedException where somebody else has changed the same meanwhile
     */
    Map<String, Object> changes() {
        Map<String, Object> changes = new HashMap<>();
        for (Choice setting : settings) {
            if (isChanged(setting)) {
                String wanted = posted(setting);
                if (!setting.value().equals(was(setting)) && !setting.value().equals(wanted)) {
                    throw new ChoiceRefusedException(setting.field(), CHANGED_MEANWHILE, "org_switcher_policy_refused");
                }
                changes.put(setting.field(), isYesOrNo(setting) ? Boolean.valueOf(wanted) : wanted);
            }
        }
        return changes;
    }

    /** The settings to show: what the person has changed stays so, beside what it said before; the others say what they say now. */
    List<ManageSetting> shown() {
        return settings.stream().map(this::shown).toList();
    }

    private ManageSetting shown(Choice setting) {
        boolean kept = form.button() == ManageForm.Button.SAVE && isChanged(setting) && isChoosable(setting);
        return new ManageSetting(
                setting.field(),
                setting.options(),
                kept ? posted(setting) : setting.value(),
                kept ? was(setting) : setting.value(),
                setting.declared());
    }

    private boolean isChoosable(Choice setting) {
        return !setting.declared() && (isYesOrNo(setting) || setting.options().contains(posted(setting)));
    }

    private boolean isChanged(Choice setting) {
        return !posted(setting).equals(was(setting));
    }

    private String was(Choice setting) {
        return form.fields().getOrDefault(WAS + setting.field(), setting.value());
    }

    /** Of yes or no, what is not posted is a no, unless nobody could have ticked it. */
    private String posted(Choice setting) {
        Map<String, String> fields = form.fields();
        if (!isYesOrNo(setting)) {
            return fields.getOrDefault(setting.field(), was(setting));
        }
        return fields.containsKey(WAS + setting.field())
                ? String.valueOf(fields.containsKey(setting.field()))
                : setting.value();
    }

    private static boolean isYesOrNo(Choice setting) {
        return setting.options().isEmpty();
    }
}
