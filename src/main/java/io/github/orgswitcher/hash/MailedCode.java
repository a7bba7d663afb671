package io.github.orgswitcher.hash;

import org.keycloak.common.util.SecretGenerator;

/**
 * A code that was mailed, or what somebody has typed for one.
 *
 * @param digits decimal digits; as many as the code has, where it is not typed wrong
 */
public record MailedCode(String digits) {

    /**
     * A new code, each as likely as the others.
     *
     * @param length how many digits it has
     * @return the code
     */
    public static MailedCode random(int length) {
        return new MailedCode(SecretGenerator.getInstance().randomString(length, SecretGenerator.DIGITS));
    }

    /**
     * A code as a person types it: with spaces or dashes, in the digits of any script.
     *
     * @param text what was typed
     * @param length how many digits a code has; of what is longer one digit more is kept, so that it is none
     * @return the code
     */
    public static MailedCode typed(String text, int length) {
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .map(character -> Character.digit(character, 10))
                .filter(digit -> digit >= 0)
                .limit(length + 1L)
                .forEach(digits::append);
        return new MailedCode(digits.toString());
    }

    /**
     * The code in two groups, for reading.
     *
     * @return the digits with a space in their middle
     */
    public String readable() {
        int half = digits.length() / 2;
        return digits.substring(0, half) + " " + digits.substring(half);
    }

    /**
     * The one form in which a code is kept.
     *
     * @param hash the realm's hashes
     * @param purpose what the code is for, and which mail it was in: the same digits of two mails have different hashes
     * @return the hash
     */
    public String hash(KeyedHash hash, String purpose) {
        return hash.of(purpose, digits);
    }

    /**
     * Compares, in a time that does not depend on where they differ.
     *
     * @param hash the realm's hashes
     * @param purpose as the code was kept for
     * @param kept the hash that was kept
     * @return whether it is that code
     */
    public boolean matches(KeyedHash hash, String purpose, String kept) {
        return hash.matches(kept, purpose, digits);
    }
}
