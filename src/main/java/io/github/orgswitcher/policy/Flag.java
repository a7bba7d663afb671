package io.github.orgswitcher.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting that is on or off; off by itself. */
final class Flag extends PolicySetting<Boolean> {

    Flag(String field, String refusal) {
        super(field, Kind.FLAG, refusal);
    }

    @Override
    public Optional<Boolean> standard() {
        return Optional.of(false);
    }

    @Override
    public Boolean ofTexts(List<String> texts) throws RefusedValueException {
        return switch (String.join(", ", texts)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused();
        };
    }

    @Override
    public Optional<Boolean> ofJson(@Nullable Object json) throws RefusedValueException {
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw refused();
    }

    @Override
    public Object column(Boolean value) {
        return value;
    }

    @Override
    public Boolean ofColumn(Object column) {
        return (Boolean) column;
    }
}
