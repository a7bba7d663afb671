package io.github.orgswitcher.login;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/**
 * What was posted: the pressed button, and what was typed.
 *
 * @param button the pressed button
 * @param value the button's value
 * @param typed what was typed
 */
record SwitcherForm(Button button, String value, Typed typed) {

    /** What stands in an empty form. */
    static final SwitcherForm EMPTY = new SwitcherForm(Button.NONE, "", Typed.NOTHING);

    /** The page's buttons. */
    enum Button implements PostedForm.Button {
        CONTINUE("continue"),
        ACCEPT("accept"),
        DECLINE("decline"),
        JOIN("join"),
        REQUEST("request"),
        CREATE("create"),
        SKIP("skip"),
        VERIFY("verify"),
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

    static SwitcherForm of(MultivaluedMap<String, String> posted) {
        PostedForm form = new PostedForm(posted);
        Button button = form.pressed(Button.values(), Button.FIND, Button.NONE);
        return new SwitcherForm(button, form.value(button), Typed.in(form));
    }
}
