package io.github.orgswitcher.veto;

import java.util.List;

/**
 * Why something may not be done.
 *
 * @param message key of the sentence that the person reads, in the realm's localization or the theme; or the sentence itself
 * @param parameters what the sentence of a key names
 */
public record JoinRefusal(String message, List<Object> parameters) {

    /** Copies the list. */
    public JoinRefusal {
        parameters = List.copyOf(parameters);
    }

    /**
     * Refuses.
     *
     * @param message key of the sentence, or the sentence
     * @param parameters what the sentence of a key names
     * @return the refusal
     */
    public static JoinRefusal of(String message, Object... parameters) {
        return new JoinRefusal(message, List.of(parameters));
    }
}
