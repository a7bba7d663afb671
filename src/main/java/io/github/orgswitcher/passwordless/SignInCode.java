package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.hash.KeyedHash;
import org.keycloak.common.util.SecretGenerator;

/**
 * The code of a sign-in mail, or what somebody has typed for it.
 *
 * @param digits decimal digits; six, where it is not typed wrong
 */
record SignInCode(String digits) {

    static final int LENGTH = 6;

    private static final int GROUP = 3;
    private static final String PURPOSE = "email-sign-in code ";

    /** A new code, each of the million as likely as the others. */
    static SignInCode random() {
        return new SignInCode(SecretGenerator.getInstance().randomString(LENGTH, SecretGenerator.DIGITS));
    }

    /** A code as a person types it: with spaces or dashes, in the digits of any script. */
    static SignInCode typed(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .map(character -> Character.digit(character, 10))
                .filter(digit -> digit >= 0)
                .limit(LENGTH + 1L)
                .forEach(digits::append);
        return new SignInCode(digits.toString());
    }

    /** The code in two groups, for reading. */
    String readable() {
        return digits.substring(0, GROUP) + " " + digits.substring(GROUP);
    }

    /** The one form in which a code is kept; the same digits of two mails have different hashes. */
    String hash(KeyedHash hash, String mailId) {
        return hash.of(PURPOSE + mailId, digits);
    }

    boolean matches(KeyedHash hash, String mailId, String kept) {
        return hash.matches(kept, PURPOSE + mailId, digits);
    }
}
