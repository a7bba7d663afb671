package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What became of an import. It holds a temporary file until it is closed. */
public final class ImportReport implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final ResultSpool results;
    private final boolean committed;
    private final @Nullable String errorMessage;
    private final int added;
    private final int existing;
    private final int refused;

    ImportReport(
            ResultSpool results,
            boolean committed,
            @Nullable String errorMessage,
            int added,
            int existing,
            int refused) {
        this.results = results;
        this.committed = committed;
        this.errorMessage = errorMessage;
        this.added = added;
        this.existing = existing;
        this.refused = refused;
    }

    /** Whether all rows were read, and not all were taken back. Single rows may have been refused. */
    public boolean complete() {
        return errorMessage == null;
    }

    /**
     * Writes the report as JSON, as {@link ImportRepresentation} describes it.
     *
     * @param out takes the JSON, and stays open
     * @throws IOException when it cannot be written
     */
    public void writeTo(OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setCodec(ResultSpool.JSON);
        json.writeStartObject();
        if (errorMessage != null) {
            json.writeStringField("errorMessage", errorMessage);
        }
        json.writeBooleanField("committed", committed);
        json.writeNumberField("added", added);
        json.writeNumberField("existing", existing);
        json.writeNumberField("refused", refused);
        json.writeFieldName("results");
        results.copyTo(json, committed);
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void close() {
        results.close();
    }
}
