package io.github.orgswitcher.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import, as it was sent.
 *
 * @param number its number, from 1; a header does not count
 * @param texts its texts by field
 * @param lists its lists of texts by field
 * @param problem what keeps it from being a row; null where it may be one
 */
record SentRow(
        int number,
        Map<String, String> texts,
        Map<String, List<String>> lists,
        @Nullable Problem problem) {

    /** Null where it has none. */
    @Nullable
    String text(String field) {
        return texts.get(field);
    }

    /** Null where it has none. */
    @Nullable
    List<String> list(String field) {
        return lists.get(field);
    }
}
