package io.github.orgswitcher.account;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was posted: the pressed button, and what was typed.
 *
 * @param button the pressed button
 * @param value the button's value
 * @param name the new organization's name as typed
 * @param allowColleagues whether the box beside it is ticked
 */
record AccountForm(Button button, String value, String name, boolean allowColleagues) {

    /** What stands in an empty form. */
    static final AccountForm EMPTY = new AccountForm(Button.NONE, "", "", false);

    /** The page's buttons. */
    enum Button {
        CONTINUE("continue"),
        ACCEPT("accept"),
        DECLINE("decline"),
        JOIN("join"),
        REQUEST("request"),
        LEAVE("leave"),
        CREATE("create"),
        DONE("done"),
        NONE(null);

        private final @Nullable String field;

        Button(@Nullable String field) {
            this.field = field;
        }
    }

    static AccountForm of(MultivaluedMap<String, String> posted) {
        for (Button button : Button.values()) {
            if (button.field != null && posted.containsKey(button.field)) {
                return new AccountForm(
                        button,
                        text(posted, button.field),
                        text(posted, "name"),
                        posted.containsKey("allowColleagues"));
            }
        }
        return new AccountForm(Button.NONE, "", text(posted, "name"), posted.containsKey("allowColleagues"));
    }

    private static String text(MultivaluedMap<String, String> posted, String field) {
        return Optional.ofNullable(posted.getFirst(field)).orElse("");
    }
}
