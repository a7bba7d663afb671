package io.github.orgswitcher.platform;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.Constants;

/** How Keycloak writes several values of one setting into a text. */
public final class Multivalued {

    private Multivalued() {}

    /**
     * Reads them.
     *
     * @param text the text
     * @return the values, without what is around them; none of them is empty
     */
    public static Stream<String> split(String text) {
        return Stream.of(text.split(Constants.CFG_DELIMITER)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Writes them.
     *
     * @param values the values
     * @return the text
     */
    public static String join(Stream<String> values) {
        return values.collect(Collectors.joining(Constants.CFG_DELIMITER));
    }
}
