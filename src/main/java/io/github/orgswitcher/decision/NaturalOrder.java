package io.github.orgswitcher.decision;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The order in which people look for names: Team 2 before Team 10. The database sorts by the same three steps. */
final class NaturalOrder {

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** By the text without its numbers; of two that differ in these, the one with fewer digits has the smaller number. */
    static final Comparator<String> OF_NAMES = Comparator.comparing(NaturalOrder::withoutNumbers)
            .thenComparing(String::length)
            .thenComparing(String.CASE_INSENSITIVE_ORDER);

    private NaturalOrder() {}

    private static String withoutNumbers(String name) {
        return DIGIT.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
