package io.github.orgswitcher.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Short lists of texts: in JSON, and in one column, an item a line. */
final class TextLists {

    private static final String SEPARATOR = "\n";

    private TextLists() {}

    /** None at all is a separator: some databases take an empty text for nothing said. */
    static String column(List<String> items) {
        return items.isEmpty() ? SEPARATOR : String.join(SEPARATOR, items);
    }

    static List<String> ofColumn(Object column) {
        return List.of(((String) column).split(SEPARATOR));
    }

    static List<String> ofJson(PolicySetting<?> setting, @Nullable Object json) throws RefusedValueException {
        if (json == null) {
            return List.of();
        }
        if (json instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(Objects::toString).distinct().toList();
        }
        throw new RefusedValueException("orgSwitcherJsonNotTexts", setting.field());
    }
}
