package io.github.orgswitcher.setup;

import io.github.orgswitcher.passwordless.EmailSetting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * A flow in use by which people sign in by email, and how.
 *
 * @param flow the flow's alias
 * @param flowId the flow's id
 * @param settings the settings of its step <em>Email sign-in</em>, in the order of the form
 */
public record EmailWayIn(String flow, String flowId, List<Setting> settings) {

    /**
     * A setting.
     *
     * @param labelKey message key of its name for people
     * @param value what counts, whether it is written or not
     * @param warning what is wrong with what is written; null where nothing is
     */
    public record Setting(
            String labelKey, String value, @Nullable SetupWarning warning) {

        static Setting of(EmailSetting setting) {
            return new Setting(
                    setting.labelKey(),
                    setting.value(),
                    setting.misread() == null ? null : UnderstoodSettings.warning(setting.misread()));
        }
    }

    static EmailWayIn of(RealmModel realm, EmailSteps.EmailStep email) {
        return new EmailWayIn(
                email.flow().getAlias(),
                email.flow().getId(),
                EmailSetting.of(realm, email.step()).stream().map(Setting::of).toList());
    }
}
