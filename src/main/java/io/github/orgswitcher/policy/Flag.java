package io.github.orgswitcher.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting that is on or off. */
final class Flag extends PolicySetting<Boolean> {

    private final boolean standard;

    Flag(String field, boolean standard, String refusal) {
        super(field, Kind.FLAG, refusal);
        this.standard = standard;
    }

    @Override
    public Optional<Boolean> standard() {
        return Optional.of(standard);
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
