package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.hash.MailedCode;

/** What the code of a sign-in mail is like. */
final class SignInCode {

    static final int LENGTH = 6;

    private static final String PURPOSE = "email-sign-in code ";

    private SignInCode() {}

    static MailedCode random() {
        return MailedCode.random(LENGTH);
    }

    static MailedCode typed(String text) {
        return MailedCode.typed(text, LENGTH);
    }

    /** What it is hashed for. */
    static String purpose(String mailId) {
        return PURPOSE + mailId;
    }
}
