package io.github.orgswitcher.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.exceptions.CsvValidationException;
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

/** CSV (RFC 4180, UTF-8) whose first line names the columns, in any order. */
final class CsvTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RowLimit limit;
    private final CSVReader csv;
    private final List<String> columns;
    private int number;

    /**
     * A table of which the first line is read.
     *
     * @param in the text
     * @param needed the columns that it must have
     * @param others those that it may have
     * @param refusal what to say where the first line names no such columns
     */
    CsvTable(InputStream in, Set<String> needed, Set<String> others, String refusal) throws UnreadableImportException {
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
        columns = columns(needed, others, refusal);
    }

    private List<String> columns(Set<String> needed, Set<String> others, String refusal)
            throws UnreadableImportException {
        // By what a first line may call them.
        Map<String, String> known = Stream.concat(needed.stream(), others.stream())
                .collect(toUnmodifiableMap(column -> column.toLowerCase(Locale.ROOT), column -> column));
        try {
            String[] header = csv.readNext();
            List<String> names = Stream.of(header == null ? new String[0] : header)
                    .map(name -> name.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            List<String> found = names.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (found.size() == names.size() && found.containsAll(needed)) {
                return found;
            }
        } catch (IOException | CsvValidationException e) {
            // Answered as every other first line that names no columns.
        }
        throw new UnreadableImportException(refusal);
    }

    /**
     * A line below the first.
     *
     * @param number its number, from 1; lines with nothing on them do not count
     * @param columns those of the table
     * @param cells what stands on it
     */
    record Line(int number, List<String> columns, List<String> cells) {

        boolean isWhole() {
            return cells.size() == columns.size();
        }

        /** Empty where there is no such column. An export that comes back says what it said. */
        String cell(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : CsvLine.text(cells.get(index));
        }
    }

    Optional<Line> next() throws UnreadableImportException {
        number++;
        try {
            String[] cells = csv.readNext();
            while (cells != null && cells.length == 1 && cells[0].isBlank()) {
                cells = csv.readNext();
            }
            limit.rowRead();
            return Optional.ofNullable(cells).map(found -> new Line(number, columns, List.of(found)));
        } catch (IOException | CsvValidationException e) {
            throw UnreadableImportException.atRow(number);
        }
    }
}
