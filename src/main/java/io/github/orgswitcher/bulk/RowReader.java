package io.github.orgswitcher.bulk;

import java.util.Optional;

/** Reads rows one after the other; no more than one is in memory. */
interface RowReader {

    /**
     * The next row.
     *
     * @return the row; empty at the end, however often it is asked
     * @throws UnreadableImportException where nothing sensible can be read any more
     */
    Optional<SentRow> next() throws UnreadableImportException;
}
