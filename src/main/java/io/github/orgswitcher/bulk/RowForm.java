package io.github.orgswitcher.bulk;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rows of an import may have, and what to say where they have anything else.
 *
 * @param needed the texts that a table must have columns of
 * @param others the texts that there may be besides
 * @param lists the lists of texts that there may be besides
 * @param noColumns of a first line of CSV that does not name these columns
 * @param noArray of JSON that is no array
 * @param noRow of a single row that has another shape
 */
record RowForm(
        Set<String> needed, Set<String> others, Set<String> lists, String noColumns, String noArray, String noRow) {

    boolean hasText(String field) {
        return needed.contains(field) || others.contains(field);
    }

    boolean hasList(String field) {
        return lists.contains(field);
    }

    SentRow malformed(int number) {
        return new SentRow(number, Map.<String, String>of(), Map.<String, List<String>>of(), new Problem(null, noRow));
    }

    /**
     * Begins to read.
     *
     * @param in the rows
     * @param csv whether they are CSV; JSON otherwise
     */
    RowReader reader(InputStream in, boolean csv) throws UnreadableImportException {
        return csv ? new CsvRowReader(in, this) : new JsonRowReader(in, this);
    }
}
