package io.github.orgswitcher.domain;

/**
 * Texts that every database takes: PostgreSQL refuses the null character, and one half of a pair of surrogates is no character
 * that could be written at all.
 */
public final class StorableText {

    private StorableText() {}

    /**
     * Whether a text can be stored, looked for and sent.
     *
     * @param text any text
     * @return whether it can
     */
    public static boolean is(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }
}
