package io.github.orgswitcher.domain;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The part of an address before the {@code @}; never compared, only checked to be what it seems. */
final class LocalPart {

    private static final int MAX_OCTETS = 64;

    /** The atoms of RFC 5321 without {@code %} and {@code !}, with which relays once were told another destination. */
    private static final Pattern DOTTED_ATOMS = Pattern.compile("[^.@]+(?:\\.[^.@]+)*");

    private static final String ATOM_MARKS = "#$&'*+-/=?^_`{|}~";
    private static final String ENCODED_WORD = "=?";

    private LocalPart() {}

    static boolean isPlain(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_OCTETS
                && DOTTED_ATOMS.matcher(text).matches()
                && !text.contains(ENCODED_WORD)
                && text.codePoints().allMatch(c -> c == '.' || isAtomCharacter(c));
    }

    private static boolean isAtomCharacter(int codePoint) {
        return UnicodeLabel.isAllowed(Character.toLowerCase(codePoint)) || ATOM_MARKS.indexOf(codePoint) >= 0;
    }
}
