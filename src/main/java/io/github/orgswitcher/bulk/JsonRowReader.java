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

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNameLength(1000)
                    .build())
            .build();

    private final RowForm form;
    private final RowLimit limit;
    private final JsonParser parser;
    private int number;
    private boolean ended;

    JsonRowReader(InputStream in, RowForm form) throws UnreadableImportException {
        this.form = form;
        limit = new RowLimit(in);
        try {
            parser = JSON.createParser(limit);
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return;
            }
        } catch (IOException e) {
            // Answered as everything else that is no array.
        }
        throw new UnreadableImportException(form.noArray());
    }

    @Override
    public Optional<SentRow> next() throws UnreadableImportException {
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
            SentRow row = token == JsonToken.START_OBJECT ? object() : malformed();
            limit.rowRead();
            return Optional.of(row);
        } catch (IOException e) {
            throw UnreadableImportException.atRow(number);
        }
    }

    private SentRow malformed() throws IOException {
        parser.skipChildren();
        return form.malformed(number);
    }

    private SentRow object() throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        Problem problem = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (form.hasList(field)) {
                List<String> list = value == JsonToken.START_ARRAY ? texts() : null;
                if (list != null) {
                    lists.put(field, list);
                } else if (value != JsonToken.VALUE_NULL) {
                    problem = new Problem(field, "orgSwitcherJsonNotTexts", field);
                }
            } else if (!form.hasText(field)) {
                String shown = ShownText.of(field);
                problem = new Problem(shown, "orgSwitcherJsonUnknownField", shown);
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(field, parser.getText());
            } else if (value != JsonToken.VALUE_NULL) {
                problem = new Problem(field, "orgSwitcherJsonNotText", field);
            }
            parser.skipChildren();
        }
        return new SentRow(number, texts, lists, problem);
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
