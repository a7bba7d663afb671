package io.github.orgswitcher.policy;

import io.github.orgswitcher.domain.NamedValues;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting with one value of a few. */
final class OneOf<E extends Enum<E>> extends PolicySetting<E> {

    private final Class<E> type;
    private final NamedValues<E> values;
    private final E standard;

    OneOf(String field, Class<E> type, E standard, String refusal) {
        super(field, Kind.ONE_OF, refusal);
        this.type = type;
        this.values = NamedValues.of(type);
        this.standard = standard;
    }

    @Override
    public List<String> options() {
        return values.names();
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
        Optional<E> value = values.named(name);
        if (value.isEmpty()) {
            throw refused(values.listed());
        }
        return value.get();
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
