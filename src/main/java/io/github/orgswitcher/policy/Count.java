package io.github.orgswitcher.policy;

import io.github.orgswitcher.domain.WholeNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting that is a whole number from 1 up, or none. */
final class Count extends PolicySetting<Integer> {

    Count(String field, String refusal) {
        super(field, Kind.COUNT, refusal);
    }

    @Override
    public Optional<Integer> standard() {
        return Optional.empty();
    }

    @Override
    public Integer ofTexts(List<String> texts) throws RefusedValueException {
        return positive(WholeNumber.ofInt(String.join(", ", texts)).orElseThrow(this::refused));
    }

    @Override
    public Optional<Integer> ofJson(@Nullable Object json) throws RefusedValueException {
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof Integer number) {
            return Optional.of(positive(number));
        }
        throw refused();
    }

    private int positive(int number) throws RefusedValueException {
        if (number < 1) {
            throw refused();
        }
        return number;
    }

    @Override
    public Object column(Integer value) {
        return value;
    }

    @Override
    public Integer ofColumn(Object column) {
        return (Integer) column;
    }
}
