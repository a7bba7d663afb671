package io.github.orgswitcher.domain;

/** Says that a domain cannot be an allowed domain, and why. */
public final class RefusedDomainException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN = 100;

    private final Refusal refusal;
    private final String domain;

    RefusedDomainException(Refusal refusal, String text) {
        this(refusal, text, shown(text));
    }

    private RefusedDomainException(Refusal refusal, String text, String shown) {
        super(refusal + ": " + shown);
        this.refusal = refusal;
        this.domain = shown;
    }

    /** Why it was refused. */
    public Refusal refusal() {
        return refusal;
    }

    /** What was given, for messages: at most 100 characters, without control and invisible formatting characters. */
    public String domain() {
        return domain;
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .filter(RefusedDomainException::isShowable)
                .limit(MAX_SHOWN)
                .forEach(shown::appendCodePoint);
        // A character outside the basic plane counts twice; the limit holds in either way of counting.
        int end = Math.min(shown.length(), MAX_SHOWN);
        boolean cutsPair = end < shown.length() && Character.isHighSurrogate(shown.charAt(end - 1));
        return shown.substring(0, cutsPair ? end - 1 : end);
    }

    private static boolean isShowable(int codePoint) {
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
