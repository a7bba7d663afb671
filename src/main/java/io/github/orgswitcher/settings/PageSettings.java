package io.github.orgswitcher.settings;

import io.github.orgswitcher.settings.MisreadSetting.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page tells.
 *
 * @param showDetails whether rows tell how many people are in, and who made the organization
 * @param help who people can turn to; null where the realm names nobody
 */
public record PageSettings(boolean showDetails, @Nullable HelpContact help) {

    /** What cannot be understood tells less. */
    static PageSettings of(SettingReader reader) {
        return new PageSettings(
                reader.flag(
                        SwitcherConfigProperties.SHOW_DETAILS, SwitcherConfigProperties.DEFAULT_SHOW_DETAILS, false),
                reader.text(SwitcherConfigProperties.HELP_CONTACT)
                        .flatMap(text -> help(reader, text))
                        .orElse(null));
    }

    private static Optional<HelpContact> help(SettingReader reader, String text) {
        Optional<HelpContact> contact = HelpContact.of(text);
        if (contact.isEmpty()) {
            reader.note(SwitcherConfigProperties.HELP_CONTACT, text, Problem.LINK, null);
        }
        return contact;
    }
}
