package io.github.orgswitcher.settings;

import java.util.List;
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
        CHOICE("Choice"),
        /** It is no whole number, or too small a one. */
        NUMBER("Number"),
        /** It is no domain name. */
        DOMAIN("Domain"),
        /** It names no role of the realm. */
        ROLE("Role"),
        /** A role must be named, and none is. */
        ROLE_MISSING("RoleMissing"),
        /** It names no client of the realm. */
        CLIENT("Client"),
        /** It is no email address. */
        ADDRESS("Address"),
        /** It is an address that no page should lead to. */
        LINK("Link"),
        /** It can be no name of a header. */
        HEADER("Header"),
        /** It names no step of a flow. */
        PROOF("Proof"),
        /** There is no such setting: somebody may have misspelt one. Saving it does no harm. */
        UNKNOWN("Unknown");

        private final String name;

        Problem(String name) {
            this.name = name;
        }

        /** Key of the sentence that refuses it when it is saved. */
        String messageKey() {
            return "orgSwitcherSettingError" + name;
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
