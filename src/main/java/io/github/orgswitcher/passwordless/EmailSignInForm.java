package io.github.orgswitcher.passwordless;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * What was posted.
 *
 * @param button the pressed button
 * @param email the address as typed
 * @param code the code as typed
 * @param rememberMe whether the box to be remembered is ticked
 */
record EmailSignInForm(Button button, String email, String code, boolean rememberMe) {

    /** What stands in an empty form. */
    static final EmailSignInForm EMPTY = new EmailSignInForm(Button.NONE, "", "", false);

    static final String EMAIL = "email";
    static final String CODE = "code";

    private static final String RESEND = "resend";
    private static final String CHANGE = "change";
    private static final String REMEMBER_ME = "rememberMe";

    /** The pages' buttons. */
    enum Button {
        SEND,
        CODE,
        RESEND,
        CHANGE,
        NONE
    }

    static EmailSignInForm of(MultivaluedMap<String, String> posted) {
        Button button = posted.containsKey(CHANGE)
                ? Button.CHANGE
                : posted.containsKey(RESEND)
                        ? Button.RESEND
                        : posted.containsKey(CODE)
                                ? Button.CODE
                                : posted.containsKey(EMAIL) ? Button.SEND : Button.NONE;
        return new EmailSignInForm(button, text(posted, EMAIL), text(posted, CODE), posted.containsKey(REMEMBER_ME));
    }

    private static String text(MultivaluedMap<String, String> posted, String field) {
        return Optional.ofNullable(posted.getFirst(field)).orElse("");
    }
}
