package io.github.orgswitcher.account;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.WholeNumber;
import io.github.orgswitcher.management.ManagedDomains;
import io.github.orgswitcher.management.ManagedInvitations;
import io.github.orgswitcher.management.ManagedPolicy.Choice;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.SearchWord;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    enum Button {
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
    }

    /** Shows the beginning of a part. */
    static ManageForm show(ManageView view) {
        return new ManageForm(view, "", 0, Button.SHOW, "", "", Map.of());
    }

    static ManageForm of(MultivaluedMap<String, String> posted) {
        ManageView view = ManageView.of(posted.getFirst("view"));
        String search = ShownText.of(text(posted, "search")).strip();
        int first = WholeNumber.of(text(posted, "first"))
                .filter(number -> number >= 0 && number <= LAST)
                .map(Number::intValue)
                .orElse(0);
        String typed = text(posted, view == ManageView.DOMAINS ? ManagedDomains.FIELD : ManagedInvitations.FIELD);
        Map<String, String> fields = posted.keySet().stream().collect(toMap(identity(), name -> text(posted, name)));
        for (Button button : Button.values()) {
            if (button.field != null && posted.containsKey(button.field)) {
                return new ManageForm(view, search, first, button, text(posted, button.field), typed, fields);
            }
        }
        return new ManageForm(view, search, first, Button.SHOW, "", typed, fields);
    }

    /** The first value of a field, or empty. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether the pressed button is one of those of a domain that is proven by mail. */
    boolean provesByMail(String domain) {
        return (button == Button.MAIL || button == Button.PROVE) && value.equals(domain);
    }

    /** What the policy is to say, of the settings that could be changed: of yes or no, what is not posted is a no. */
    Map<String, Object> values(List<Choice> settings) {
        Map<String, Object> values = new HashMap<>();
        for (Choice setting : settings) {
            boolean posted = fields.containsKey(setting.field());
            if (setting.options().isEmpty() && !setting.declared()) {
                values.put(setting.field(), posted);
            } else if (posted) {
                values.put(setting.field(), setting.options().isEmpty() ? true : fields.get(setting.field()));
            }
        }
        return values;
    }

    private static String text(MultivaluedMap<String, String> posted, String field) {
        return Optional.ofNullable(posted.getFirst(field)).orElse("");
    }

    /** One row more than is shown, which tells whether there is another page. */
    Paging paging() {
        List<SearchWord> words = view == ManageView.DOMAINS ? SearchWord.ofDomains(search) : SearchWord.of(search);
        return new Paging(words, first, MOST + 1);
    }
}
