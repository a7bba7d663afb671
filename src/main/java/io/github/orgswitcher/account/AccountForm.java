package io.github.orgswitcher.account;

import io.github.orgswitcher.login.PostedForm;
import io.github.orgswitcher.login.Typed;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was posted: the pressed button, and what was typed.
 *
 * @param button the pressed button
 * @param value the button's value
 * @param typed what was typed
 */
record AccountForm(Button button, String value, Typed typed) {

    /** What stands in an empty form. */
    static final AccountForm EMPTY = new AccountForm(Button.NONE, "", Typed.NOTHING);

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
        return new AccountForm(button, form.value(button), Typed.in(form));
    }
}
