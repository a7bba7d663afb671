package io.github.orgswitcher.store;

import java.util.Optional;

/** The last settings of one realm. */
public interface SettingsCopies {

    /**
     * The settings.
     *
     * @return the copy, if there is one
     */
    Optional<SettingsCopy> find();

    /**
     * Keeps settings, in place of any earlier ones.
     *
     * @param copy the settings
     */
    void save(SettingsCopy copy);

    /** Forgets them. */
    void remove();
}
