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
 * @param search the text to find organizations by
 */
record AccountForm(Button button, String value, String name, boolean allowColleagues, String search) {

    /** What stands in an empty form. */
    static final AccountForm EMPTY = new AccountForm(Button.NONE, "", "", false, "");

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
        /** The search field is a form of its own. */
        FIND(null),
        NONE(null);

        private final @Nullable String field;

        Button(@Nullable String field) {
            this.field = field;
        }
    }

    static AccountForm of(MultivaluedMap<String, String> posted) {
        String name = text(posted, "name");
        String search = text(posted, "search").strip();
        boolean allowColleagues = posted.containsKey("allowColleagues");
        for (Button button : Button.values()) {
            if (button.field != null && posted.containsKey(button.field)) {
                return new AccountForm(button, text(posted, button.field), name, allowColleagues, search);
            }
        }
        Button implied = posted.containsKey("search") ? Button.FIND : Button.NONE;
        return new AccountForm(implied, "", name, allowColleagues, search);
    }

    private static String text(MultivaluedMap<String, String> posted, String field) {
        return Optional.ofNullable(posted.getFirst(field)).orElse("");
    }
}
