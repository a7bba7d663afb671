package io.github.orgswitcher.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.exceptions.CsvValidationException;
import io.github.orgswitcher.policy.WrittenPolicy;
import io.github.orgswitcher.rest.CsvLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads CSV (RFC 4180, UTF-8) whose first line names the columns, in any order. */
final class CsvRowReader implements RowReader {

    private static final Set<String> NEEDED = Set.of(ImportRow.ORGANIZATION, ImportRow.DOMAIN);

    /** By what a first line may call them. */
    private static final Map<String, String> COLUMNS = Stream.of(
                    ImportRow.ORGANIZATION, ImportRow.DOMAIN, ImportRow.JOIN_MODE, ImportRow.DEFAULT_GROUPS)
            .collect(toUnmodifiableMap(column -> column.toLowerCase(Locale.ROOT), column -> column));

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RowLimit limit;
    private final CSVReader csv;
    private final List<String> columns;
    private int number;

    CsvRowReader(InputStream in) throws UnreadableImportException {
        limit = new RowLimit(in);
        csv = new CSVReaderBuilder(new InputStreamReader(limit, UTF_8))
                // The library's own parser for RFC 4180 takes an empty line for the end.
                .withCSVParser(new CSVParserBuilder()
                        .withEscapeChar(ICSVParser.NULL_CHARACTER)
                        .build())
                // It would look at the source before each line, and take an error there for the end.
                .withVerifyReader(false)
                .withMultilineLimit(1)
                .build();
        columns = columns();
    }

    private List<String> columns() throws UnreadableImportException {
        try {
            String[] header = csv.readNext();
            List<String> names = Stream.of(header == null ? new String[0] : header)
                    .map(name -> name.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            List<String> found = names.stream()
                    .map(COLUMNS::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (found.size() == names.size() && found.containsAll(NEEDED)) {
                return found;
            }
        } catch (IOException | CsvValidationException e) {
            // Answered as every other first line that names no columns.
        }
        throw new UnreadableImportException("orgSwitcherImportColumns");
    }

    @Override
    public Optional<ImportRow> next() throws UnreadableImportException {
        number++;
        try {
            String[] cells = csv.readNext();
            while (cells != null && cells.length == 1 && cells[0].isBlank()) {
                cells = csv.readNext();
            }
            limit.rowRead();
            return Optional.ofNullable(cells).map(this::row);
        } catch (IOException | CsvValidationException e) {
            throw UnreadableImportException.atRow(number);
        }
    }

    private ImportRow row(String[] cells) {
        if (cells.length != columns.size()) {
            return ImportRow.malformed(number);
        }
        String mode = cell(cells, ImportRow.JOIN_MODE).strip();
        String groups = cell(cells, ImportRow.DEFAULT_GROUPS).strip();
        return new ImportRow(
                        number,
                        cell(cells, ImportRow.ORGANIZATION),
                        cell(cells, ImportRow.DOMAIN),
                        mode.isEmpty() ? null : mode,
                        groups.isEmpty() ? null : WrittenPolicy.texts(groups),
                        null)
                .checked();
    }

    /** Empty where there is no such column. An export that comes back says what it said. */
    private String cell(String[] cells, String column) {
        int index = columns.indexOf(column);
        return index < 0 ? "" : CsvLine.text(cells[index]);
    }
}
