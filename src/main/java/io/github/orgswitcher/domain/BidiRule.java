package io.github.orgswitcher.domain;

import static java.lang.Character.DIRECTIONALITY_ARABIC_NUMBER;
import static java.lang.Character.DIRECTIONALITY_EUROPEAN_NUMBER;
import static java.lang.Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR;
import static java.lang.Character.DIRECTIONALITY_NONSPACING_MARK;
import static java.lang.Character.DIRECTIONALITY_OTHER_NEUTRALS;
import static java.lang.Character.DIRECTIONALITY_RIGHT_TO_LEFT;
import static java.lang.Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of RFC 5893 that keeps a label with right-to-left letters from changing its looks with its surroundings:
 * it starts with such a letter, holds no left-to-right ones, ends in a letter or digit, and has digits of one kind. Marks
 * are those of its own letters: what direction a mark of other letters has, versions of Unicode disagree about.
 */
final class BidiRule {

    private static final Set<Byte> RIGHT_TO_LEFT =
            Set.of(DIRECTIONALITY_RIGHT_TO_LEFT, DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    private static final Set<Byte> NUMBERS = Set.of(DIRECTIONALITY_EUROPEAN_NUMBER, DIRECTIONALITY_ARABIC_NUMBER);
    private static final Set<Byte> NEUTRAL = Set.of(
            DIRECTIONALITY_NONSPACING_MARK, DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR, DIRECTIONALITY_OTHER_NEUTRALS);

    private BidiRule() {}

    static boolean isKeptBy(String label) {
        List<Byte> directions =
                label.codePoints().mapToObj(Character::getDirectionality).toList();
        boolean applies =
                directions.stream().anyMatch(d -> RIGHT_TO_LEFT.contains(d) || d == DIRECTIONALITY_ARABIC_NUMBER);
        if (!applies) {
            return true;
        }
        return RIGHT_TO_LEFT.contains(directions.get(0))
                && directions.stream()
                        .allMatch(d -> RIGHT_TO_LEFT.contains(d) || NUMBERS.contains(d) || NEUTRAL.contains(d))
                && !directions.containsAll(NUMBERS)
                && hasOwnMarks(label)
                && endsInLetterOrDigit(directions);
    }

    private static boolean hasOwnMarks(String label) {
        Set<UnicodeScript> scripts = label.codePoints()
                .filter(c -> !isMark(c))
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet());
        return label.codePoints()
                .filter(BidiRule::isMark)
                .mapToObj(UnicodeScript::of)
                .allMatch(script -> script == UnicodeScript.INHERITED || scripts.contains(script));
    }

    private static boolean isMark(int codePoint) {
        return Character.getDirectionality(codePoint) == DIRECTIONALITY_NONSPACING_MARK;
    }

    private static boolean endsInLetterOrDigit(List<Byte> directions) {
        int last = directions.size() - 1;
        while (directions.get(last) == DIRECTIONALITY_NONSPACING_MARK) {
            last--;
        }
        return RIGHT_TO_LEFT.contains(directions.get(last)) || NUMBERS.contains(directions.get(last));
    }
}
