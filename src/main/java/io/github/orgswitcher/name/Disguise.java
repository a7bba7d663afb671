package io.github.orgswitcher.name;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that nobody writes so but to pass for others: letters of alphabets that look alike within one word (what UTS #39
 * calls moderately restrictive, word by word), and letters from mathematics and phonetics, small capitals, and those enclosed in circles.
 */
final class Disguise {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\u200C\\u200D]+");

    /** What Japanese, Chinese and Korean words are written with, together. */
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.LATIN);

    /** Scripts in use whose letters don't pass for Latin ones, so that both may meet in a word, as they do in Thai. */
    private static final Set<UnicodeScript> UNLIKE_LATIN = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.BENGALI,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.GEORGIAN,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.HEBREW,
            UnicodeScript.KANNADA,
            UnicodeScript.KHMER,
            UnicodeScript.LAO,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MYANMAR,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.THAANA,
            UnicodeScript.THAI,
            UnicodeScript.TIBETAN);

    private static final Set<UnicodeScript> OF_ANY_WORD = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    private static final Set<UnicodeBlock> DRAWN_OTHERWISE = Set.of(
            UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS,
            UnicodeBlock.ENCLOSED_ALPHANUMERICS,
            UnicodeBlock.ENCLOSED_ALPHANUMERIC_SUPPLEMENT,
            UnicodeBlock.PHONETIC_EXTENSIONS,
            UnicodeBlock.PHONETIC_EXTENSIONS_SUPPLEMENT);

    private static final String SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL ";

    private static final Pattern ASCII_LETTERS = Pattern.compile("[A-Za-z]+");

    /** Pairs of these are flags. */
    private static final int FIRST_OF_FLAGS = 0x1F1E6;

    private Disguise() {}

    static boolean isIn(String name) {
        return name.codePoints().anyMatch(Disguise::isDrawnOtherwise)
                || BETWEEN_WORDS.splitAsStream(name).anyMatch(Disguise::isMixed);
    }

    private static boolean isMixed(String word) {
        Set<UnicodeScript> scripts =
                word.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
        scripts.removeAll(OF_ANY_WORD);
        if (scripts.size() < 2 || EAST_ASIAN.containsAll(scripts)) {
            return false;
        }
        return !scripts.remove(UnicodeScript.LATIN) || scripts.size() > 1 || !UNLIKE_LATIN.containsAll(scripts);
    }

    private static boolean isDrawnOtherwise(int codePoint) {
        UnicodeBlock block = UnicodeBlock.of(codePoint);
        return (block != null && DRAWN_OTHERWISE.contains(block) && codePoint < FIRST_OF_FLAGS)
                || isSmallCapital(codePoint)
                || (isLetterOutsideOfWords(codePoint, block)
                        && ASCII_LETTERS
                                .matcher(Normalizer.normalize(Character.toString(codePoint), Form.NFKC))
                                .matches());
    }

    private static boolean isSmallCapital(int codePoint) {
        return codePoint > 0xFF
                && Character.isLowerCase(codePoint)
                && String.valueOf(Character.getName(codePoint)).startsWith(SMALL_CAPITAL);
    }

    /** Raised, lowered and double-struck letters; ª and º stand in many a Spanish name. */
    private static boolean isLetterOutsideOfWords(int codePoint, UnicodeBlock block) {
        return codePoint > 0xFF
                && (Character.getType(codePoint) == Character.MODIFIER_LETTER
                        || (Character.isLetter(codePoint) && block == UnicodeBlock.LETTERLIKE_SYMBOLS));
    }
}
