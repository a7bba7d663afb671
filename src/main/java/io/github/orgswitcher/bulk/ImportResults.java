package io.github.orgswitcher.bulk;

import io.github.orgswitcher.bulk.RowResult.Status;
import java.io.Closeable;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of rows, to be told when the last one was read: whoever reads no answer before everything is sent would stand
 * still otherwise, once the network's buffers are full. It holds temporary files until it is closed.
 */
final class ImportResults implements Closeable {

    private final Spool<RowResult> rows = Spool.of(RowResult.class);
    private final Spool<AddedDomains> added = Spool.of(AddedDomains.class);
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

    void add(ImportBatch.Outcome outcome) {
        outcome.results().forEach(result -> {
            counts.merge(result.status(), 1, Integer::sum);
            rows.add(result);
        });
        if (!outcome.added().isEmpty()) {
            added.add(AddedDomains.of(outcome.added()));
        }
    }

    /** One for each row, in their order. */
    Iterable<RowResult> rows() {
        return rows;
    }

    /** One for each batch that has added anything. */
    Iterable<AddedDomains> added() {
        return added;
    }

    int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    @Override
    public void close() {
        rows.close();
        added.close();
    }
}
