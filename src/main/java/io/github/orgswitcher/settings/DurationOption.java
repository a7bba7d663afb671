package io.github.orgswitcher.settings;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.common.util.DurationConverter;

/** A time among the server's options, such as {@code 90s} or {@code 3d}. */
public final class DurationOption {

    private DurationOption() {}

    /**
     * Reads it.
     *
     * @param scope the provider's options
     * @param spi whose options these are
     * @param name the option
     * @param otherwise what counts where it is not set
     * @return the time, longer than none
     * @throws IllegalArgumentException when it cannot be used; it names the option
     */
    public static Duration read(Config.Scope scope, String spi, String name, Duration otherwise) {
        String text = scope.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        String invalid = "The option " + name + " of " + spi + " cannot be used: " + text;
        try {
            if (DurationConverter.isPositiveDuration(text)) {
                return DurationConverter.parseDuration(text);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(invalid, e);
        }
        throw new IllegalArgumentException(invalid);
    }
}
