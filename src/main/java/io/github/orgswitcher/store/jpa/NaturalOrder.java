package io.github.orgswitcher.store.jpa;

/**
 * The order in which people look for names: Team 2 before Team 10. By the text without its numbers; of two that differ in these,
 * the one with fewer digits has the smaller number. No database that Keycloak runs on does that by itself, nor all of them by one
 * function.
 */
final class NaturalOrder {

    private static final int DIGITS = 10;

    /** What to sort organizations by, which are {@code o}. */
    static final String BY_NAME = withoutDigits("lower(o.name)") + ", length(o.name), lower(o.name), o.id";

    private NaturalOrder() {}

    private static String withoutDigits(String text) {
        String rest = text;
        for (int digit = 0; digit < DIGITS; digit++) {
            rest = "replace(%s, '%d', '')".formatted(rest, digit);
        }
        return rest;
    }
}
