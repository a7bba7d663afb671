package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.orgswitcher.domain.ShownText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON array of objects. */
final class JsonRowReader implements RowReader {

    private static final Set<String> TEXTS = Set.of(ImportRow.ORGANIZATION, ImportRow.DOMAIN, ImportRow.JOIN_MODE);

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNameLength(1000)
                    .maxStringLength(10_000)
                    .build())
            .build();

    private final RowLimit limit;
    private final JsonParser parser;
    private int number;
    private boolean ended;

    JsonRowReader(InputStream in) throws UnreadableImportException {
        limit = new RowLimit(in);
        try {
            parser = JSON.createParser(limit);
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return;
            }
        } catch (IOException e) {
            // Answered as everything else that is no array.
        }
        throw new UnreadableImportException("orgSwitcherImportNotArray");
    }

    @Override
    public Optional<ImportRow> next() throws UnreadableImportException {
        if (ended) {
            return Optional.empty();
        }
        number++;
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY && parser.nextToken() == null) {
                ended = true;
                return Optional.empty();
            }
            if (token == null || token == JsonToken.END_ARRAY) {
                throw UnreadableImportException.atRow(number);
            }
            ImportRow row = token == JsonToken.START_OBJECT ? object() : malformed();
            limit.rowRead();
            return Optional.of(row);
        } catch (IOException e) {
            throw UnreadableImportException.atRow(number);
        }
    }

    private ImportRow malformed() throws IOException {
        parser.skipChildren();
        return ImportRow.malformed(number);
    }

    private ImportRow object() throws IOException {
        Map<String, String> texts = new HashMap<>();
        List<String> groups = null;
        Problem problem = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals(ImportRow.DEFAULT_GROUPS) && value == JsonToken.START_ARRAY) {
                groups = texts();
                problem = groups == null ? new Problem(field, "orgSwitcherJsonNotTexts", field) : problem;
            } else if (field.equals(ImportRow.DEFAULT_GROUPS) && value != JsonToken.VALUE_NULL) {
                problem = new Problem(field, "orgSwitcherJsonNotTexts", field);
            } else if (!field.equals(ImportRow.DEFAULT_GROUPS) && !TEXTS.contains(field)) {
                String shown = ShownText.of(field);
                problem = new Problem(shown, "orgSwitcherJsonUnknownField", shown);
            } else if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                problem = new Problem(field, "orgSwitcherJsonNotText", field);
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(field, parser.getText());
            }
            parser.skipChildren();
        }
        ImportRow row = new ImportRow(
                        number,
                        texts.get(ImportRow.ORGANIZATION),
                        texts.get(ImportRow.DOMAIN),
                        texts.get(ImportRow.JOIN_MODE),
                        groups,
                        null)
                .checked();
        return problem == null ? row : row.refused(problem);
    }

    /** The texts of an array, each once; null where it has anything else. */
    private @Nullable List<String> texts() throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        boolean others = false;
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            others |= item != JsonToken.VALUE_STRING;
            if (item == null) {
                throw new EOFException();
            }
            if (item == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            }
            parser.skipChildren();
        }
        return others ? null : List.copyOf(texts);
    }
}
