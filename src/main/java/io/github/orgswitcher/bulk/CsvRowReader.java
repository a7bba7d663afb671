package io.github.orgswitcher.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.opencsv.CSVParser;
import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.exceptions.CsvValidationException;
import io.github.orgswitcher.policy.WrittenPolicy;
import io.github.orgswitcher.rest.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads CSV (RFC 4180, UTF-8) whose first line names the columns, in any order, and by what stands between them the separator:
 * programs for tables write a semicolon in many countries, or a tab.
 */
final class CsvRowReader implements RowReader {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RowForm form;
    private final RowLimit limit;
    private final CSVReader csv;
    private final List<String> columns;
    private int number;

    CsvRowReader(InputStream in, RowForm form) throws UnreadableImportException {
        this.form = form;
        limit = new RowLimit(in);
        BufferedReader lines = new BufferedReader(new InputStreamReader(limit, UTF_8));
        String header = header(lines);
        // The library's own parser for RFC 4180 takes an empty line for the end.
        CSVParser parser = new CSVParserBuilder()
                .withSeparator(separator(header))
                .withEscapeChar(ICSVParser.NULL_CHARACTER)
                .build();
        csv = new CSVReaderBuilder(lines)
                .withCSVParser(parser)
                // It would look at the source before each line, and take an error there for the end.
                .withVerifyReader(false)
                .withMultilineLimit(1)
                .build();
        columns = columns(parser, header);
    }

    private String header(BufferedReader lines) throws UnreadableImportException {
        try {
            return Objects.requireNonNullElse(lines.readLine(), "").replace(BYTE_ORDER_MARK, "");
        } catch (IOException e) {
            throw new UnreadableImportException(form.noColumns());
        }
    }

    private static char separator(String header) {
        String plain = QUOTED.matcher(header).replaceAll("");
        return Stream.of(',', ';', '\t')
                .max(comparingLong(separator ->
                        plain.chars().filter(letter -> letter == separator).count()))
                .orElseThrow();
    }

    private List<String> columns(CSVParser parser, String header) throws UnreadableImportException {
        // By what a first line may call them.
        Map<String, String> known = Stream.of(form.needed(), form.others(), form.lists())
                .flatMap(Set::stream)
                .collect(toUnmodifiableMap(column -> column.toLowerCase(Locale.ROOT), column -> column));
        try {
            List<String> names = Stream.of(parser.parseLine(header))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            List<String> found = names.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (found.size() == names.size() && found.containsAll(form.needed())) {
                return found;
            }
        } catch (IOException e) {
            // Answered as every other first line that names no columns.
        }
        throw new UnreadableImportException(form.noColumns());
    }

    @Override
    public Optional<SentRow> next() throws UnreadableImportException {
        number++;
        try {
            String[] cells = csv.readNext();
            while (cells != null && cells.length == 1 && cells[0].isBlank()) {
                cells = csv.readNext();
            }
            limit.rowRead();
            return Optional.ofNullable(cells).map(found -> row(List.of(found)));
        } catch (IOException | CsvValidationException e) {
            throw UnreadableImportException.atRow(number);
        }
    }

    /** A cell with nothing in it is as none. An export that comes back says what it said. */
    private SentRow row(List<String> cells) {
        if (cells.size() != columns.size()) {
            return form.malformed(number);
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = CsvLine.text(cells.get(i));
            String column = columns.get(i);
            if (!text.isBlank() && form.hasList(column)) {
                lists.put(column, WrittenPolicy.texts(text.strip()));
            } else if (!text.isBlank()) {
                texts.put(column, text);
            }
        }
        return new SentRow(number, texts, lists, null);
    }
}
