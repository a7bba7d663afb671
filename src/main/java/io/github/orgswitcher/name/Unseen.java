package io.github.orgswitcher.name;

import io.github.orgswitcher.domain.ShownText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Characters that show nothing, or turn others round. Three of them are at home in names and are taken in their places
 * alone: the joiners of Indic and Persian words (RFC 5892, A.1 and A.2) and of emoji, and the emoji's mark of colour.
 */
final class Unseen {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI = 0xFE0F;

    /** Letters and marks by category that Unicode wants ignored, and blanks that it takes for letters and symbols. */
    private static final Pattern BLANK =
            Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0\\uFFFC\\uFFFD"
                    + "\\uFE00-\\uFE0F\\x{13441}\\x{13442}\\x{1D159}\\x{E0100}-\\x{E01EF}]");

    /** What hides behind, or covers, the letter before it: see UTS #39, 5.4. Other scripts do stack marks of their own. */
    private static final Pattern STACKED_MARKS =
            Pattern.compile("^\\p{M}|\\p{Me}|\\s\\p{M}|(\\p{Mn})\\1|[\\p{Mn}&&\\p{IsInherited}]{4}");

    /** The signs that take the vowel from a consonant, before which joiners choose how it joins. */
    private static final Set<Integer> VIRAMAS = Set.of(
            0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA, 0x1039, 0x103A, 0x1B44,
            0x1BAA, 0xA9C0);

    private Unseen() {}

    static boolean isIn(String name) {
        int[] codePoints = name.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int before = i > 0 ? codePoints[i - 1] : ' ';
            int after = i + 1 < codePoints.length ? codePoints[i + 1] : ' ';
            if (isUnseen(codePoints[i]) && !isAtHome(codePoints[i], before, after)) {
                return true;
            }
        }
        return STACKED_MARKS.matcher(Normalizer.normalize(name, Form.NFD)).find();
    }

    private static boolean isUnseen(int codePoint) {
        return !ShownText.isShowable(codePoint)
                || BLANK.matcher(Character.toString(codePoint)).matches();
    }

    private static boolean isAtHome(int codePoint, int before, int after) {
        return switch (codePoint) {
            case NON_JOINER -> VIRAMAS.contains(before) || (isArabic(before) && isArabic(after));
            case JOINER -> VIRAMAS.contains(before) || (isPicture(before) && isPicture(after));
            case EMOJI -> isPicture(before) && before != EMOJI;
            default -> false;
        };
    }

    private static boolean isArabic(int codePoint) {
        return Character.isLetter(codePoint) && UnicodeScript.of(codePoint) == UnicodeScript.ARABIC;
    }

    /** Emoji are symbols, those that give a colour to a skin are modifiers of symbols. */
    private static boolean isPicture(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL || codePoint == EMOJI;
    }
}
