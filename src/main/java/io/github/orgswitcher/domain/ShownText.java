package io.github.orgswitcher.domain;

/** What a stranger typed, made fit for a message: short, and without control and invisible formatting characters. */
public final class ShownText {

    private static final int MAX_SHOWN = 100;

    private ShownText() {}

    /**
     * The part to show.
     *
     * @param text any text
     * @return at most 100 characters of it
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().filter(ShownText::isShowable).limit(MAX_SHOWN).forEach(shown::appendCodePoint);
        // A character outside the basic plane counts twice; the limit holds in either way of counting.
        int end = Math.min(shown.length(), MAX_SHOWN);
        boolean cutsPair = end < shown.length() && Character.isHighSurrogate(shown.charAt(end - 1));
        return shown.substring(0, cutsPair ? end - 1 : end);
    }

    /**
     * The part to write to a log, which others read than those whom the text concerns.
     *
     * @param text any text
     * @return at most 100 characters of it, with nothing that stands before an {@code @}
     */
    public static String withoutAddress(String text) {
        return of(text).replaceAll("[^\\s,]*@", "...@");
    }

    /**
     * Whether people see a character at all.
     *
     * @param codePoint the character
     * @return false for control and invisible formatting characters, and for such as mean nothing
     */
    public static boolean isShowable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
