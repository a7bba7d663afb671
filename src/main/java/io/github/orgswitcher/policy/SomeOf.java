package io.github.orgswitcher.policy;

import io.github.orgswitcher.domain.NamedValues;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A setting with any number of a few values, in their own order; none stands for all. */
final class SomeOf<E extends Enum<E>> extends PolicySetting<Set<E>> {

    private final Class<E> type;
    private final NamedValues<E> values;

    SomeOf(String field, Class<E> type, String refusal) {
        super(field, Kind.SOME_OF, refusal);
        this.type = type;
        this.values = NamedValues.of(type);
    }

    @Override
    public List<String> options() {
        return values.names();
    }

    @Override
    public Optional<Set<E>> standard() {
        return Optional.of(Set.of());
    }

    @Override
    public Set<E> ofTexts(List<String> texts) throws RefusedValueException {
        if (!options().containsAll(texts)) {
            throw refused(values.listed());
        }
        return named(texts);
    }

    @Override
    public Optional<Set<E>> ofJson(@Nullable Object json) throws RefusedValueException {
        return Optional.of(ofTexts(TextLists.ofJson(this, json))).filter(Predicate.not(Set::isEmpty));
    }

    private Set<E> named(List<String> names) {
        Set<E> some = EnumSet.noneOf(type);
        names.forEach(name -> some.add(Enum.valueOf(type, name)));
        return Collections.unmodifiableSet(some);
    }

    @Override
    public Object column(Set<E> some) {
        return TextLists.column(some.stream().map(Enum::name).toList());
    }

    @Override
    public Set<E> ofColumn(Object column) {
        return named(TextLists.ofColumn(column));
    }
}
