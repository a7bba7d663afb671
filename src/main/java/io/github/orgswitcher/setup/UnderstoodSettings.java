package io.github.orgswitcher.setup;

import io.github.orgswitcher.passwordless.MisreadEmailSettings;
import io.github.orgswitcher.settings.MisreadSetting;
import io.github.orgswitcher.settings.MisreadSetting.Problem;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm's settings, and those of email sign-in in flows in use, say what can be understood. */
final class UnderstoodSettings implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return Stream.concat(SwitcherConfig.misread(session, realm).stream(), ofEmailSignIn(session, realm))
                .map(UnderstoodSettings::warning);
    }

    private static Stream<MisreadSetting> ofEmailSignIn(KeycloakSession session, RealmModel realm) {
        return new EmailSteps(session, realm)
                .reachable()
                .flatMap(email -> MisreadEmailSettings.of(realm, email.flow(), email.step()));
    }

    static SetupWarning warning(MisreadSetting misread) {
        if (misread.problem() == Problem.UNKNOWN) {
            return SetupWarning.of(SetupWarningCode.SETTING_UNKNOWN, misread.key());
        }
        return misread.counts() == null
                ? SetupWarning.of(SetupWarningCode.SETTING_IGNORED, misread.key(), misread.value())
                : SetupWarning.of(SetupWarningCode.SETTING_CLOSED, misread.key(), misread.value(), misread.counts());
    }
}
