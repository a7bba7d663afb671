package io.github.orgswitcher.policy;

import io.github.orgswitcher.domain.StorableText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting with one of the organization's groups, by id or path, or none. */
final class OneGroup extends PolicySetting<String> {

    /** What fits into a column. */
    private static final int MAX_LENGTH = 2000;

    OneGroup(String field, String refusal) {
        super(field, Kind.GROUP, refusal);
    }

    @Override
    public List<String> groups(String value) {
        return List.of(value);
    }

    @Override
    public Optional<String> standard() {
        return Optional.empty();
    }

    /** Whether the group is there is not asked: an import may bring it later. */
    @Override
    public String ofTexts(List<String> texts) throws RefusedValueException {
        String text = String.join(", ", texts);
        if (texts.size() != 1
                || text.isBlank()
                || text.length() > MAX_LENGTH
                || !StorableText.is(text)
                || text.indexOf('\n') >= 0) {
            throw refused(text);
        }
        return text;
    }

    @Override
    public Optional<String> ofJson(@Nullable Object json) throws RefusedValueException {
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof String text) {
            return Optional.of(ofTexts(List.of(text)));
        }
        throw refused(json.toString());
    }

    @Override
    public Object column(String value) {
        return value;
    }

    @Override
    public String ofColumn(Object column) {
        return (String) column;
    }
}
