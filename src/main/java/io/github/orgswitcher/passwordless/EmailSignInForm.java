package io.github.orgswitcher.passwordless;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final String FRESH = "fresh";
    private static final String OLDER = "older";
    private static final String REMEMBER_ME = "rememberMe";

    /** The pages' buttons. */
    enum Button {
        SEND,
        CODE,
        RESEND,
        CHANGE,
        FRESH,
        OLDER,
        NONE
    }

    /** Which field tells which button, the first that is there. */
    private static final Map<String, Button> BUTTONS = buttons();

    private static Map<String, Button> buttons() {
        Map<String, Button> buttons = new LinkedHashMap<>();
        buttons.put(CHANGE, Button.CHANGE);
        buttons.put(RESEND, Button.RESEND);
        buttons.put(FRESH, Button.FRESH);
        buttons.put(OLDER, Button.OLDER);
        buttons.put(CODE, Button.CODE);
        buttons.put(EMAIL, Button.SEND);
        return buttons;
    }

    static EmailSignInForm of(MultivaluedMap<String, String> posted) {
        Button button = BUTTONS.entrySet().stream()
                .filter(field -> posted.containsKey(field.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Button.NONE);
        return new EmailSignInForm(button, text(posted, EMAIL), text(posted, CODE), posted.containsKey(REMEMBER_ME));
    }

    private static String text(MultivaluedMap<String, String> posted, String field) {
        return Optional.ofNullable(posted.getFirst(field)).orElse("");
    }
}
