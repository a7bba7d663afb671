package io.github.orgswitcher.login;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form of our pages, in which the pressed button is the choice.
 *
 * @param fields what was posted
 */
public record PostedForm(MultivaluedMap<String, String> fields) {

    /** A button of a page. */
    public interface Button {

        /**
         * The field that it posts.
         *
         * @return its name; null for what is no button
         */
        @Nullable
        String field();
    }

    /**
     * The button that was pressed.
     *
     * @param <B> the page's buttons
     * @param buttons all of them
     * @param find what a press of the search field's button is, which is in a form of its own
     * @param none what no press is
     * @return the first of them whose field was posted
     */
    public <B extends Button> B pressed(B[] buttons, B find, B none) {
        return Stream.of(buttons)
                .filter(button -> button.field() != null && fields.containsKey(button.field()))
                .findFirst()
                .orElse(has("search") ? find : none);
    }

    /**
     * What a button says.
     *
     * @param button a button
     * @return its value, or empty
     */
    public String value(Button button) {
        String field = button.field();
        return field == null ? "" : text(field);
    }

    /**
     * What was typed.
     *
     * @param field the field
     * @return the text, or empty
     */
    public String text(String field) {
        return Optional.ofNullable(fields.getFirst(field)).orElse("");
    }

    /**
     * Whether a field was posted, such as a box that is ticked.
     *
     * @param field the field
     * @return whether it was
     */
    public boolean has(String field) {
        return fields.containsKey(field);
    }
}
