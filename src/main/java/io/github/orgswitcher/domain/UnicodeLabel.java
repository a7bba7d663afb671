package io.github.orgswitcher.domain;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The Unicode side of one label. Letters fold to lower case and compose (NFC); all else must already be in the form
 * that the DNS knows, and what is not is refused instead of repaired: compatibility characters such as full-width
 * letters, invisible characters, symbols, and the characters that IDNA2008 binds to a context (the joiners, the middle
 * dot and its kin, two sets of Arabic digits).
 *
 * <p>What is accepted gets the A-label that UTS #46 gives it in non-transitional processing; in particular ß and ς keep
 * their own names. UTS #46 accepts more than this, and that has no name here rather than a doubtful one.
 */
final class UnicodeLabel {

    /** Valid by RFC 5892 although folding by upper case would change them: ß, ς and the Turkish ı. */
    private static final Set<Integer> KEPT = Set.of(0x00DF, 0x03C2, 0x0131);

    /** ẞ and İ, which fold differently from one version of Unicode, or one language, to the next. */
    private static final Set<Integer> AMBIGUOUS_CAPITALS = Set.of(0x1E9E, 0x0130);

    /** Letters and digits that RFC 5892 disallows (kashida, vertical kana marks) or allows only in some contexts. */
    private static final Set<Integer> EXCEPTIONS = Set.of(
            0x0640, 0x07FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B, 0x0660, 0x0661, 0x0662,
            0x0663, 0x0664, 0x0665, 0x0666, 0x0667, 0x0668, 0x0669, 0x06F0, 0x06F1, 0x06F2, 0x06F3, 0x06F4, 0x06F5,
            0x06F6, 0x06F7, 0x06F8, 0x06F9);

    /** Letters by category that show nothing, or marks that are only meant to be ignored. */
    private static final Set<Integer> INVISIBLE =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0);

    private static final Set<UnicodeBlock> IGNORED_BLOCKS = Set.of(
            UnicodeBlock.HANGUL_JAMO,
            UnicodeBlock.HANGUL_JAMO_EXTENDED_A,
            UnicodeBlock.HANGUL_JAMO_EXTENDED_B,
            UnicodeBlock.VARIATION_SELECTORS,
            UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT,
            UnicodeBlock.COMBINING_MARKS_FOR_SYMBOLS,
            UnicodeBlock.MUSICAL_SYMBOLS,
            UnicodeBlock.ANCIENT_GREEK_MUSICAL_NOTATION);

    private UnicodeLabel() {}

    /** The label in the one spelling that gets encoded, or empty when it has none. */
    static Optional<String> canonical(String label) {
        StringBuilder folded = new StringBuilder(label.length());
        for (int codePoint : label.codePoints().toArray()) {
            if (AMBIGUOUS_CAPITALS.contains(codePoint) || !isNormal(Character.toString(codePoint), Form.NFKC)) {
                return Optional.empty();
            }
            folded.appendCodePoint(Character.toLowerCase(codePoint));
        }
        String canonical = Normalizer.normalize(folded, Form.NFC);
        boolean accepted = canonical.codePoints().allMatch(UnicodeLabel::isAllowed)
                && !isMark(canonical.codePointAt(0))
                && isNormal(canonical, Form.NFKC)
                && BidiRule.isKeptBy(canonical);
        return accepted ? Optional.of(canonical) : Optional.empty();
    }

    /** Whether the character may stand in a canonical label: letters, marks and digits that nothing folds away. */
    static boolean isAllowed(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9') || codePoint == '-';
        }
        return isLetterMarkOrDigit(codePoint)
                && isStable(codePoint)
                && !EXCEPTIONS.contains(codePoint)
                && !INVISIBLE.contains(codePoint)
                && !isIgnoredScriptOrBlock(codePoint);
    }

    private static boolean isLetterMarkOrDigit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.LOWERCASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Stands in for case folding, which the JDK lacks: there and back again by way of the capital letter. */
    private static boolean isStable(int codePoint) {
        if (KEPT.contains(codePoint)) {
            return true;
        }
        String character = Character.toString(codePoint);
        String folded = character.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Form.NFKC).equals(character);
    }

    private static boolean isIgnoredScriptOrBlock(int codePoint) {
        UnicodeBlock block = UnicodeBlock.of(codePoint);
        // Cherokee folds to its capitals, alone among all scripts.
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.CHEROKEE
                || (block != null && IGNORED_BLOCKS.contains(block));
    }

    private static boolean isNormal(CharSequence text, Form form) {
        return Normalizer.isNormalized(text, form);
    }
}
