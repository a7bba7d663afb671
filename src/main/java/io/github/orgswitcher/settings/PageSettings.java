package io.github.orgswitcher.settings;

/**
 * What the page tells.
 *
 * @param showDetails whether rows tell how many people are in, and who made the organization
 */
public record PageSettings(boolean showDetails) {

    /** What cannot be understood tells less. */
    static PageSettings of(SettingReader reader) {
        return new PageSettings(reader.flag(
                SwitcherConfigProperties.SHOW_DETAILS, SwitcherConfigProperties.DEFAULT_SHOW_DETAILS, false));
    }
}
