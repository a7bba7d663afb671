package io.github.orgswitcher.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number as people and tools write it in settings and requests: with the digits 0 to 9 and no others. */
public final class WholeNumber {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}");

    private WholeNumber() {}

    /**
     * Reads one.
     *
     * @param text the text
     * @return the number; empty where it is none, or has more than 18 digits
     */
    public static Optional<Long> of(String text) {
        return Optional.of(text).filter(PLAIN.asMatchPredicate()).map(Long::valueOf);
    }

    /**
     * The same where it must fit into 32 bits.
     *
     * @param text the text
     * @return the number; empty where it is none, or does not fit
     */
    public static Optional<Integer> ofInt(String text) {
        return of(text).filter(number -> number == number.intValue()).map(Long::intValue);
    }
}
