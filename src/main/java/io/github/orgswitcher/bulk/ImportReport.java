package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.orgswitcher.bulk.RowResult.Status;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What became of an import. It holds a temporary file until it is closed. */
public final class ImportReport implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final ImportResults results;
    private final boolean committed;
    private final @Nullable String errorMessage;

    ImportReport(ImportResults results, boolean committed, @Nullable String errorMessage) {
        this.results = results;
        this.committed = committed;
        this.errorMessage = errorMessage;
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
        json.setCodec(Spool.JSON);
        json.writeStartObject();
        if (errorMessage != null) {
            json.writeStringField("errorMessage", errorMessage);
        }
        json.writeBooleanField("committed", committed);
        json.writeNumberField("added", committed ? results.count(Status.ADDED) : 0);
        json.writeNumberField("existing", results.count(Status.EXISTS));
        json.writeNumberField("refused", results.count(Status.REFUSED));
        json.writeArrayFieldStart("results");
        for (RowResult result : results.rows()) {
            json.writePOJO(committed ? result : result.undone());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    @Override
    public void close() {
        results.close();
    }
}
