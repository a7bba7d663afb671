package io.github.orgswitcher.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A setting with any number of a few values, in their own order; none stands for all. */
final class SomeOf<E extends Enum<E>> extends PolicySetting<Set<E>> {

    private final Class<E> type;

    SomeOf(String field, Class<E> type, String refusal) {
        super(field, Kind.SOME_OF, refusal);
        this.type = type;
    }

    @Override
    public List<String> options() {
        return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    }

    @Override
    public Optional<Set<E>> standard() {
        return Optional.of(Set.of());
    }

    @Override
    public Set<E> ofTexts(List<String> texts) throws RefusedValueException {
        if (!options().containsAll(texts)) {
            throw refused(String.join(", ", options()));
        }
        return named(texts);
    }

    @Override
    public Optional<Set<E>> ofJson(@Nullable Object json) throws RefusedValueException {
        return Optional.of(ofTexts(TextLists.ofJson(this, json))).filter(Predicate.not(Set::isEmpty));
    }

    private Set<E> named(List<String> names) {
        Set<E> values = EnumSet.noneOf(type);
        names.forEach(name -> values.add(Enum.valueOf(type, name)));
        return Collections.unmodifiableSet(values);
    }

    @Override
    public Object column(Set<E> values) {
        return TextLists.column(values.stream().map(Enum::name).toList());
    }

    @Override
    public Set<E> ofColumn(Object column) {
        return named(TextLists.ofColumn(column));
    }
}
