package io.github.orgswitcher.store;

import java.time.Instant;
import java.util.Map;

/**
 * The last settings of a realm that were understood.
 *
 * @param values the settings by their keys
 * @param savedAt when they were saved
 */
public record SettingsCopy(Map<String, String> values, Instant savedAt) {

    /** Copies the map. */
    public SettingsCopy {
        values = Map.copyOf(values);
    }
}
