package io.github.orgswitcher.name;

import io.github.orgswitcher.domain.DomainPattern;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An allowed domain as people are shown it: in its own letters where it cannot be taken for another one, else by its
 * A-labels.
 *
 * @param text what is shown
 * @param written the domain as it is compared, in A-labels
 */
public record ShownDomain(String text, String written) {

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9]*");

    /** Letters of Latin-1 and Latin Extended-A; the accents of those beyond are easily overlooked. */
    private static final int LAST_FAMILIAR_LATIN = 0x17F;

    /**
     * Decides how a domain is shown.
     *
     * @param domain a domain or a pattern; what is none is shown as it is
     * @return how it is shown
     */
    public static ShownDomain of(String domain) {
        return DomainPattern.find(domain)
                .map(pattern -> new ShownDomain(shown(pattern, domain), domain))
                .orElseGet(() -> new ShownDomain(domain, domain));
    }

    private static String shown(DomainPattern pattern, String domain) {
        List<String> labels = pattern.ownLetters();
        boolean clear = labels.stream().allMatch(ShownDomain::isClear)
                // Two such labels side by side are drawn in the other order.
                && labels.stream().filter(ShownDomain::isRightToLeft).count() < 2;
        return clear ? domain.replace(pattern.base(), String.join(".", labels)) : domain;
    }

    /** Whether a label passes for no other one, and the more so for no text that has a dot or a slash in it. */
    private static boolean isClear(String label) {
        if (isAscii(label)) {
            return true;
        }
        return Flaw.of(label).isEmpty()
                && label.codePoints().noneMatch(ShownDomain::passesForPunctuation)
                && (label.codePoints().anyMatch(ShownDomain::isLatin)
                        ? label.codePoints().allMatch(ShownDomain::isFamiliar)
                        : LookAlikes.ofNew(label).stream().noneMatch(ShownDomain::isAscii));
    }

    private static boolean isLatin(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }

    /** Beside Latin letters, none that is one of ASCII's but for a little. */
    private static boolean isFamiliar(int letter) {
        return letter < 0x80
                || (looks(letter).noneMatch(ShownDomain::isAscii)
                        && (!isLatin(letter) || letter <= LAST_FAMILIAR_LATIN));
    }

    private static boolean passesForPunctuation(int letter) {
        return letter >= 0x80
                && looks(letter)
                        .anyMatch(look -> isAscii(look) && !WORDS.matcher(look).matches());
    }

    private static Stream<String> looks(int letter) {
        return LookAlikes.ofNew(Character.toString(letter)).stream();
    }

    private static boolean isRightToLeft(String label) {
        return label.codePoints()
                .map(letter -> Character.getDirectionality(letter))
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    private static boolean isAscii(String text) {
        return ASCII.matcher(text).matches();
    }
}
