package io.github.orgswitcher.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A few values, each of which people and tools write by its name, letter for letter.
 *
 * @param values those that can be written
 * @param <E> their type
 */
public record NamedValues<E extends Enum<E>>(List<E> values) {

    /** Copies the list. */
    public NamedValues {
        values = List.copyOf(values);
    }

    /**
     * All values of a type.
     *
     * @param type their type
     * @param <E> the same
     * @return the values
     */
    public static <E extends Enum<E>> NamedValues<E> of(Class<E> type) {
        return new NamedValues<>(List.of(type.getEnumConstants()));
    }

    /**
     * The value of a name.
     *
     * @param name the name, from anywhere
     * @return the value; empty where none has this name
     */
    public Optional<E> named(@Nullable String name) {
        return values.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    /**
     * What can be written.
     *
     * @return the names, in the order of the values
     */
    public List<String> names() {
        return values.stream().map(Enum::name).toList();
    }

    /**
     * The same for a message.
     *
     * @return the names, separated by commas
     */
    public String listed() {
        return String.join(", ", names());
    }
}
