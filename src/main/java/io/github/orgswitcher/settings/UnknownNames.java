package io.github.orgswitcher.settings;

import io.github.orgswitcher.platform.RealmNames;
import io.github.orgswitcher.platform.flow.Steps;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks for settings that name what the realm does not have. They close by themselves: nobody has such a role. */
final class UnknownNames {

    private static final String NOBODY = SwitcherConfigProperties.CREATION + " = " + Creation.OFF;

    private final KeycloakSession session;
    private final RealmModel realm;

    UnknownNames(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void note(SettingReader reader) {
        noteRole(reader);
        noteClients(reader);
        noteProofs(reader);
    }

    private void noteRole(SettingReader reader) {
        String role = reader.text(SwitcherConfigProperties.CREATION_ROLE).orElse("");
        boolean needed = reader.text(SwitcherConfigProperties.CREATION)
                .filter(Creation.ROLE.name()::equals)
                .isPresent();
        if (role.isEmpty() && needed) {
            reader.note(SwitcherConfigProperties.CREATION_ROLE, role, Problem.ROLE_MISSING, NOBODY);
        } else if (!role.isEmpty() && new RealmNames(session, realm).role(role).isEmpty()) {
            reader.note(SwitcherConfigProperties.CREATION_ROLE, role, Problem.ROLE, needed ? NOBODY : null);
        }
    }

    private void noteProofs(SettingReader reader) {
        Steps steps = new Steps(session, realm);
        reader.list(SwitcherConfigProperties.PASSWORDLESS_PROOFS, Set.of()).stream()
                .filter(name -> !steps.exist(name))
                .forEach(name -> reader.note(SwitcherConfigProperties.PASSWORDLESS_PROOFS, name, Problem.PROOF, null));
    }

    /** A default that the realm has removed is no mistake of the admin's. */
    private void noteClients(SettingReader reader) {
        reader
                .list(SwitcherConfigProperties.EXCLUDED_CLIENTS, SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS)
                .stream()
                .filter(id -> !SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS.contains(id)
                        && realm.getClientByClientId(id) == null)
                .forEach(id -> reader.note(SwitcherConfigProperties.EXCLUDED_CLIENTS, id, Problem.CLIENT, null));
    }
}
