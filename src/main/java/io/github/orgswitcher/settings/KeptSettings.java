package io.github.orgswitcher.settings;

import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.SettingsCopy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * A copy of a realm's last settings, as they were written. Keycloak takes a required action without {@code config} for one
 * without settings, and tools that write actions that way would switch every restriction off; while the settings are empty
 * the copy is in force.
 */
public final class KeptSettings {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OrgSwitcherStore store;

    /**
     * The copy of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public KeptSettings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.store = session.getProvider(OrgSwitcherStore.class);
    }

    /** The settings in force. A realm without any costs one look at the copies in a session. */
    Map<String, String> inForce() {
        Map<String, String> configured = configured();
        return configured.isEmpty() ? copy().map(SettingsCopy::values).orElse(configured) : configured;
    }

    /**
     * Since when settings are in force that were erased.
     *
     * @return when they were saved; empty where none were erased
     */
    public Optional<Instant> erased() {
        return configured().isEmpty() ? copy().map(SettingsCopy::savedAt) : Optional.empty();
    }

    /** Takes a new copy, where there are settings. What cannot be understood in them closes, in the copy as well. */
    public void keep() {
        Map<String, String> configured = configured();
        boolean changed = !configured.isEmpty()
                && !copy().map(SettingsCopy::values).filter(configured::equals).isPresent();
        if (changed) {
            SettingsCopy copy = new SettingsCopy(configured, Instant.ofEpochMilli(Time.currentTimeMillis()));
            store.saveSettings(realm.getId(), copy);
            session.setAttribute(key(), Optional.of(copy));
        }
    }

    /** Forgets the copy: whoever deletes the settings, or the action, or registers it anew, means it. */
    public void forget() {
        store.removeSettings(realm.getId());
        session.setAttribute(key(), Optional.empty());
    }

    /** Keycloak keeps what a form leaves out as null. */
    private Map<String, String> configured() {
        RequiredActionConfigModel model = realm.getRequiredActionConfigByAlias(SwitcherConfig.PROVIDER_ID);
        Map<String, String> values = new HashMap<>();
        if (model != null && model.getConfig() != null) {
            values.putAll(model.getConfig());
            values.values().removeIf(Objects::isNull);
        }
        return values;
    }

    private Optional<SettingsCopy> copy() {
        if (session.getAttribute(key()) instanceof Optional<?> known) {
            return known.map(SettingsCopy.class::cast);
        }
        Optional<SettingsCopy> read = store.settings(realm.getId());
        session.setAttribute(key(), read);
        return read;
    }

    private String key() {
        return KeptSettings.class.getName() + " " + realm.getId();
    }
}
