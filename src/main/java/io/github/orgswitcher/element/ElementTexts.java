package io.github.orgswitcher.element;

import io.github.orgswitcher.rest.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** What the element says, in the words of the realm's pages. */
final class ElementTexts {

    private static final List<String> KEYS = List.of(
            "orgSwitcherLanguage",
            "orgSwitcherDirection",
            "orgSwitcherTitle",
            "orgSwitcherMemberships",
            "orgSwitcherActive",
            "orgSwitcherSearch",
            "orgSwitcherSearchNone",
            "orgSwitcherAccountNone",
            "orgSwitcherVerdictOrganizationDisabled",
            "orgSwitcherAccountLink",
            "orgSwitcherErrorTryAgain");

    /** What a browser may name a language by. Only one that is there is asked for, since Keycloak keeps what it has read of each. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{2,35}");

    /** Where another name of a language has its texts. */
    private static final Map<String, String> KIN = Map.of("nb", "no", "nn", "no");

    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    private ElementTexts() {}

    /**
     * The texts by their keys. What they name stands in them as {@code {0}}.
     *
     * @param tag a language tag, from anywhere
     */
    static Map<String, String> in(KeycloakSession session, String tag) {
        Sentences sentences = Sentences.in(session, session.getContext().getRealm(), locale(tag), Theme.Type.LOGIN);
        Map<String, String> texts = new LinkedHashMap<>();
        KEYS.forEach(key -> texts.put(key, sentences.message(key, "{0}")));
        return texts;
    }

    /** The nearest that the extension's own texts are in. */
    private static Locale locale(String tag) {
        if (!TAG.matcher(tag).matches()) {
            return Locale.ENGLISH;
        }
        Locale asked = Locale.forLanguageTag(tag.replace('_', '-'));
        return Stream.of(asked, Locale.forLanguageTag(kin(asked)))
                .filter(ElementTexts::isThere)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static String kin(Locale asked) {
        if (asked.getLanguage().equals("zh")) {
            return asked.getScript().equals("Hant") || TRADITIONAL.contains(asked.getCountry()) ? "zh-TW" : "zh-CN";
        }
        return KIN.getOrDefault(asked.getLanguage(), asked.getLanguage());
    }

    private static boolean isThere(Locale locale) {
        return ElementTexts.class.getResource("/theme-resources/messages/messages_" + locale + ".properties") != null;
    }
}
