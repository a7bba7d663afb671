package io.github.orgswitcher.domain;

import java.text.Bidi;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What a sentence of plain text names, kept to itself: beside letters of the other direction a name would change places with what
 * stands around it. A page has an element for that; a subject, a text mail and a message have two invisible characters.
 */
public final class IsolatedText {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

    private IsolatedText() {}

    /**
     * The text to put into a sentence.
     *
     * @param language the sentence's language
     * @param text what it names
     * @return the text as it is where both run from left to right
     */
    public static String in(Locale language, String text) {
        boolean mixed = RIGHT_TO_LEFT.contains(language.getLanguage())
                || Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return mixed && !text.isEmpty() ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE : text;
    }

    /**
     * What fills a sentence.
     *
     * @param language the sentence's language
     * @param named what it names: numbers stay as they are
     * @return the same, with each text to itself
     */
    public static Object[] in(Locale language, Object[] named) {
        return Arrays.stream(named)
                .map(each -> each instanceof String text ? in(language, text) : each)
                .toArray();
    }
}
