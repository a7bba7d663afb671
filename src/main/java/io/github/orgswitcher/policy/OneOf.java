package io.github.orgswitcher.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A setting with one value of a few. */
final class OneOf<E extends Enum<E>> extends PolicySetting<E> {

    private final Class<E> type;
    private final E standard;

    OneOf(String field, Class<E> type, E standard, String refusal) {
        super(field, Kind.ONE_OF, refusal);
        this.type = type;
        this.standard = standard;
    }

    @Override
    public List<String> options() {
        return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    }

    @Override
    public Optional<E> standard() {
        return Optional.of(standard);
    }

    /** Of several, none goes before the others: Keycloak keeps them in no order. */
    @Override
    public E ofTexts(List<String> texts) throws RefusedValueException {
        return named(String.join(", ", texts));
    }

    /** What holds by itself may open the organization; so that is said by its name, not by saying nothing. */
    @Override
    public Optional<E> ofJson(@Nullable Object json) throws RefusedValueException {
        return Optional.of(named(json instanceof String name ? name : ""));
    }

    private E named(String name) throws RefusedValueException {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw refused(String.join(", ", options()));
    }

    @Override
    public Object column(E value) {
        return value.name();
    }

    @Override
    public E ofColumn(Object column) {
        return Enum.valueOf(type, (String) column);
    }
}
