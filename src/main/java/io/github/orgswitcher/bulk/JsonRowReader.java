package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.orgswitcher.domain.ShownText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a JSON array of objects. */
final class JsonRowReader implements RowReader {

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
        String organization = null;
        String domain = null;
        Problem problem = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!field.equals(ImportRow.ORGANIZATION) && !field.equals(ImportRow.DOMAIN)) {
                String shown = ShownText.of(field);
                problem = new Problem(shown, "orgSwitcherJsonUnknownField", shown);
            } else if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                problem = new Problem(field, "orgSwitcherJsonNotText", field);
            } else if (field.equals(ImportRow.ORGANIZATION)) {
                organization = text(value);
            } else {
                domain = text(value);
            }
            parser.skipChildren();
        }
        ImportRow row = ImportRow.of(number, organization, domain);
        return problem == null ? row : new ImportRow(number, row.organization(), row.domain(), problem);
    }

    private @Nullable String text(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }
}
