package io.github.orgswitcher.setup;

import io.github.orgswitcher.settings.KeptSettings;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm's settings were erased, so that their copy is in force. */
final class SettingsErased implements SetupCheck {

    @Override
    public Stream<SetupWarning> warnings(KeycloakSession session, RealmModel realm, SetupState state) {
        return new KeptSettings(session, realm)
                .erased().stream().map(since -> SetupWarning.of(SetupWarningCode.SETTINGS_ERASED, since.toString()));
    }
}
