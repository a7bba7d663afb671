package io.github.orgswitcher.bulk;

import io.github.orgswitcher.policy.WrittenPolicy;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** Reads allowed domains as CSV. */
final class CsvRowReader implements RowReader {

    private final CsvTable table;

    CsvRowReader(InputStream in) throws UnreadableImportException {
        table = new CsvTable(
                in,
                Set.of(ImportRow.ORGANIZATION, ImportRow.DOMAIN),
                Set.of(ImportRow.JOIN_MODE, ImportRow.DEFAULT_GROUPS),
                "orgSwitcherImportColumns");
    }

    @Override
    public Optional<ImportRow> next() throws UnreadableImportException {
        return table.next().map(CsvRowReader::row);
    }

    private static ImportRow row(CsvTable.Line line) {
        if (!line.isWhole()) {
            return ImportRow.malformed(line.number());
        }
        String mode = line.cell(ImportRow.JOIN_MODE).strip();
        String groups = line.cell(ImportRow.DEFAULT_GROUPS).strip();
        return new ImportRow(
                        line.number(),
                        line.cell(ImportRow.ORGANIZATION),
                        line.cell(ImportRow.DOMAIN),
                        mode.isEmpty() ? null : mode,
                        groups.isEmpty() ? null : WrittenPolicy.texts(groups),
                        null)
                .checked();
    }
}
