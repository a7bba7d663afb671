package io.github.orgswitcher.store;

import java.time.Instant;
import java.util.Map;

/**
 * The last settings of a realm, as they were written.
 *
 * @param values the settings by their keys
 * @param savedAt when they were saved
 * @param erased whether they have been erased by mistake since; nobody has saved any since then
 */
public record SettingsCopy(Map<String, String> values, Instant savedAt, boolean erased) {

    /** Copies the map. */
    public SettingsCopy {
        values = Map.copyOf(values);
    }

    /**
     * The same settings after somebody has erased them.
     *
     * @return a copy that says so
     */
    public SettingsCopy afterErasure() {
        return new SettingsCopy(values, savedAt, true);
    }
}
