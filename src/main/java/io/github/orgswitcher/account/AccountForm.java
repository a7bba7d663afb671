package io.github.orgswitcher.account;

import io.github.orgswitcher.login.PostedForm;
import jakarta.ws.rs.core.MultivaluedMap;
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
    enum Button implements PostedForm.Button {
        CONTINUE("continue"),
        ACCEPT("accept"),
        DECLINE("decline"),
        JOIN("join"),
        REQUEST("request"),
        LEAVE("leave"),
        WITHDRAW("withdraw"),
        CREATE("create"),
        DONE("done"),
        /** The search field is a form of its own. */
        FIND(null),
        NONE(null);

        private final @Nullable String field;

        Button(@Nullable String field) {
            this.field = field;
        }

        @Override
        public @Nullable String field() {
            return field;
        }
    }

    static AccountForm of(MultivaluedMap<String, String> posted) {
        PostedForm form = new PostedForm(posted);
        Button button = form.pressed(Button.values(), Button.FIND, Button.NONE);
        return new AccountForm(
                button,
                form.value(button),
                form.text("name"),
                form.has("allowColleagues"),
                form.text("search").strip());
    }
}
