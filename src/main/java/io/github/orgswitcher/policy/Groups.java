package io.github.orgswitcher.policy;

import io.github.orgswitcher.domain.StorableText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A setting with any number of the organization's groups, by id or path. */
final class Groups extends PolicySetting<List<String>> {

    /** What fits into a column. */
    private static final int MAX_LENGTH = 2000;

    private final String tooMany;

    Groups(String field, String refusal, String tooMany) {
        super(field, Kind.GROUPS, refusal);
        this.tooMany = tooMany;
    }

    @Override
    public List<String> groups(List<String> value) {
        return value;
    }

    @Override
    public Optional<List<String>> standard() {
        return Optional.of(List.of());
    }

    /** Whether the groups are there is not asked: an import may bring them later. */
    @Override
    public List<String> ofTexts(List<String> texts) throws RefusedValueException {
        if (TextLists.column(texts).length() > MAX_LENGTH || !texts.stream().allMatch(Groups::isOneLine)) {
            throw new RefusedValueException(tooMany);
        }
        return List.copyOf(texts);
    }

    private static boolean isOneLine(String text) {
        return StorableText.is(text) && text.indexOf('\n') < 0;
    }

    @Override
    public Optional<List<String>> ofJson(@Nullable Object json) throws RefusedValueException {
        return Optional.of(ofTexts(TextLists.ofJson(this, json))).filter(Predicate.not(List::isEmpty));
    }

    @Override
    public Object column(List<String> value) {
        return TextLists.column(value);
    }

    @Override
    public List<String> ofColumn(Object column) {
        return TextLists.ofColumn(column);
    }
}
