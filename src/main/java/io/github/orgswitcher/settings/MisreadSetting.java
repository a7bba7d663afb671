package io.github.orgswitcher.settings;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a setting that cannot be understood.
 *
 * @param key the setting
 * @param value the value, or the part of it that is wrong
 * @param problem what is wrong with it
 * @param possible what is possible instead; empty where that is no list
 * @param counts what counts until it is mended, as the value would be written; null where the value is only left out
 */
public record MisreadSetting(
        String key,
        String value,
        Problem problem,
        List<String> possible,
        @Nullable String counts) {

    /** What is wrong. */
    public enum Problem {
        /** It is none of the values there are. */
        CHOICE("orgSwitcherSettingErrorChoice"),
        /** It is no whole number, or too small a one. */
        NUMBER("orgSwitcherSettingErrorNumber"),
        /** It is no domain name. */
        DOMAIN("orgSwitcherSettingErrorDomain"),
        /** It names no role of the realm. */
        ROLE("orgSwitcherSettingErrorRole"),
        /** A role must be named, and none is. */
        ROLE_MISSING("orgSwitcherSettingErrorRoleMissing"),
        /** It names no client of the realm. */
        CLIENT("orgSwitcherSettingErrorClient"),
        /** It is no email address. */
        ADDRESS("orgSwitcherSettingErrorAddress"),
        /** It is an address that no page should lead to. */
        LINK("orgSwitcherSettingErrorLink"),
        /** It can be no name of a header. Only a step of a flow has such a setting, and Keycloak saves those unasked. */
        HEADER(null),
        /** It names no step of a flow. */
        PROOF("orgSwitcherSettingErrorProof"),
        /** There is no such setting: somebody may have misspelt one. Saving it does no harm. */
        UNKNOWN(null);

        private final @Nullable String messageKey;

        Problem(@Nullable String messageKey) {
            this.messageKey = messageKey;
        }

        /** Key of the sentence that refuses it when it is saved; empty where it can be saved. */
        Optional<String> messageKey() {
            return Optional.ofNullable(messageKey);
        }
    }

    /** Copies the list. */
    public MisreadSetting {
        possible = List.copyOf(possible);
    }

    /**
     * The same of settings of which a realm may have several.
     *
     * @param place where this one is
     * @return the same, with a key that says where
     */
    public MisreadSetting in(String place) {
        return new MisreadSetting(place + " > " + key, value, problem, possible, counts);
    }
}
