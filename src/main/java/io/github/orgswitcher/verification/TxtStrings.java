package io.github.orgswitcher.verification;

/**
 * Reads how the JDK writes a TXT record. The strings of one record are separated by a space; one that is empty or contains
 * a space, a quotation mark or a backslash is quoted, with backslashes as escapes.
 */
final class TxtStrings {

    private TxtStrings() {}

    /** The record's strings joined, as everyone who splits a long value means it. */
    static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\\' && i + 1 < text.length()) {
                joined.append(text.charAt(++i));
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each != ' ' || quoted) {
                joined.append(each);
            }
        }
        return joined.toString();
    }
}
