package io.github.orgswitcher.settings;

import io.github.orgswitcher.platform.RealmMemo;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.SettingsCopies;
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
import org.keycloak.models.RequiredActionProviderModel;

/**
 * A copy of a realm's last settings, as they were written. Keycloak takes a required action without {@code config} for one
 * without settings, and tools that write actions that way would switch every restriction off. So they are put back from the
 * copy, which is in force until that is done.
 */
public final class KeptSettings {

    private static final String NO_COPY = KeptSettings.class.getName();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SettingsCopies copies;

    /**
     * The copy of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm
     */
    public KeptSettings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.copies = RealmStore.of(session, realm).settings();
    }

    /** The settings in force. A realm without any costs one look at the copies until it changes. */
    Map<String, String> inForce() {
        Map<String, String> configured = configured();
        if (!configured.isEmpty() || RealmMemo.holds(realm, NO_COPY)) {
            return configured;
        }
        Optional<SettingsCopy> copy = copy();
        if (copy.isEmpty()) {
            // A copy is made of settings alone, and settings change the realm.
            RealmMemo.note(realm, NO_COPY);
        }
        return copy.map(SettingsCopy::values).orElse(configured);
    }

    /**
     * Whether settings are in force that were erased, and that nobody has saved since.
     *
     * @return when they were saved; empty where none were erased
     */
    public Optional<Instant> erased() {
        return copy().filter(copy -> copy.erased() || configured().isEmpty()).map(SettingsCopy::savedAt);
    }

    /**
     * Takes what is there for what is meant: a new copy, or none. What cannot be understood in settings closes, in the copy as
     * well.
     */
    public void keep() {
        Map<String, String> configured = configured();
        if (configured.isEmpty()) {
            forget();
        } else if (!copy().filter(copy -> !copy.erased() && configured.equals(copy.values()))
                .isPresent()) {
            save(new SettingsCopy(configured, Instant.ofEpochMilli(Time.currentTimeMillis()), false));
        }
    }

    /**
     * Puts erased settings back into the action, where the next form that is opened has them: one that was opened on none
     * would save all but one field as not set.
     *
     * @return whether there were any to put back
     */
    public boolean restore() {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(SwitcherConfig.PROVIDER_ID);
        Optional<SettingsCopy> erased =
                action != null && configured().isEmpty() ? copy().map(SettingsCopy::afterErasure) : Optional.empty();
        erased.ifPresent(copy -> {
            // What was in force unread goes back unread: saving it as a form does would refuse what cannot be
            // understood.
            action.setConfig(new HashMap<>(copy.values()));
            realm.updateRequiredActionProvider(action);
            save(copy);
        });
        return erased.isPresent();
    }

    /** Does what nobody was there to do: settings may have been written, or erased, without the extension. */
    public void catchUp() {
        boolean same =
                copy().map(SettingsCopy::values).filter(configured()::equals).isPresent();
        if (!same && !restore()) {
            keep();
        }
    }

    /** Forgets the copy: whoever deletes the settings, or the action, or registers it anew, means it. */
    public void forget() {
        copies.remove();
        session.setAttribute(key(), Optional.empty());
    }

    private void save(SettingsCopy copy) {
        copies.save(copy);
        session.setAttribute(key(), Optional.of(copy));
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
        Optional<SettingsCopy> read = copies.find();
        session.setAttribute(key(), read);
        return read;
    }

    private String key() {
        return KeptSettings.class.getName() + " " + realm.getId();
    }
}
