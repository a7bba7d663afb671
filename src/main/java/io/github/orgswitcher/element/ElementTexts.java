package io.github.orgswitcher.element;

import io.github.orgswitcher.rest.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            "orgSwitcherAccountLink",
            "orgSwitcherErrorTryAgain");

    /** A language, and perhaps a script or a region. Keycloak keeps what it has read of each that it is asked for. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?");

    /** Where another name of a language has its texts. */
    private static final Map<String, String> KIN = Map.of("zh", "zh-CN", "nb", "no", "nn", "no");

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
        return Stream.of(asked, Locale.forLanguageTag(KIN.getOrDefault(asked.getLanguage(), asked.getLanguage())))
                .filter(ElementTexts::isThere)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static boolean isThere(Locale locale) {
        return ElementTexts.class.getResource("/theme-resources/messages/messages_" + locale + ".properties") != null;
    }
}
