package io.github.orgswitcher.account;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.WholeNumber;
import io.github.orgswitcher.login.PostedForm;
import io.github.orgswitcher.management.ManagedDomains;
import io.github.orgswitcher.management.ManagedInvitations;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.SearchWord;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was posted on the page for those who manage an organization: which part of it, which rows of that, and the pressed button.
 *
 * @param view the part
 * @param search the text to find rows by
 * @param first index of the first row, from 0
 * @param button the pressed button
 * @param value the button's value
 * @param typed what was typed to add something
 * @param fields the first value of each field, as posted
 */
record ManageForm(
        ManageView view,
        String search,
        int first,
        Button button,
        String value,
        String typed,
        Map<String, String> fields) {

    /** Most rows at a time. */
    static final int MOST = 20;

    private static final long LAST = 1_000_000;

    /** The page's buttons. */
    enum Button implements PostedForm.Button {
        APPROVE("approve"),
        DENY("deny"),
        FORGET("forget"),
        APPOINT("appoint"),
        DISMISS("dismiss"),
        INVITE("invite"),
        RESEND("resend"),
        WITHDRAW("withdraw"),
        ADD("add"),
        CHECK("check"),
        AFFILIATE("affiliate"),
        MAIL("mail"),
        PROVE("prove"),
        REMOVE("remove"),
        SAVE("save"),
        DONE("done"),
        /** Shows a part of the page, or other rows of it. */
        SHOW(null);

        private final @Nullable String field;

        Button(@Nullable String field) {
            this.field = field;
        }

        @Override
        public @Nullable String field() {
            return field;
        }
    }

    /** Shows the beginning of a part. */
    static ManageForm show(ManageView view) {
        return new ManageForm(view, "", 0, Button.SHOW, "", "", Map.of());
    }

    static ManageForm of(MultivaluedMap<String, String> posted) {
        PostedForm form = new PostedForm(posted);
        ManageView view = ManageView.of(form.text("view"));
        int first = WholeNumber.of(form.text("first"))
                .filter(number -> number >= 0 && number <= LAST)
                .map(Number::intValue)
                .orElse(0);
        Button button = form.pressed(Button.values(), Button.SHOW, Button.SHOW);
        return new ManageForm(
                view,
                ShownText.of(form.text("search")).strip(),
                first,
                button,
                form.value(button),
                form.text(view == ManageView.DOMAINS ? ManagedDomains.FIELD : ManagedInvitations.FIELD),
                posted.keySet().stream().collect(toMap(identity(), form::text)));
    }

    /** The same with the first rows. */
    ManageForm fromTheBeginning() {
        return new ManageForm(view, search, 0, button, value, typed, fields);
    }

    /** The same as if a field had not been posted. */
    ManageForm without(String field) {
        Map<String, String> others = new HashMap<>(fields);
        others.remove(field);
        return new ManageForm(view, search, first, button, value, typed, others);
    }

    /** The first value of a field, or empty. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether the pressed button is one of those of a domain that is proven by mail. */
    boolean provesByMail(String domain) {
        return (button == Button.MAIL || button == Button.PROVE) && value.equals(domain);
    }

    /** One row more than is shown, which tells whether there is another page. */
    Paging paging() {
        List<SearchWord> words = view == ManageView.DOMAINS ? SearchWord.ofDomains(search) : SearchWord.of(search);
        return new Paging(words, first, MOST + 1);
    }
}
