package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Results that wait in a temporary file until the last row was read. Writing them while rows are still coming in would
 * stand still with every client that reads no answer before it has sent everything, once the network's buffers are full.
 */
final class ResultSpool implements Closeable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final JsonGenerator writer;

    private ResultSpool(FileChannel file) throws IOException {
        this.file = file;
        this.writer = JSON.createGenerator(new BufferedOutputStream(Channels.newOutputStream(file)));
    }

    static ResultSpool open() {
        try {
            Path path = Files.createTempFile("org-switcher-import", ".json");
            return new ResultSpool(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("An import needs a temporary file", e);
        }
    }

    void add(RowResult result) {
        try {
            writer.writePOJO(result);
        } catch (IOException e) {
            throw new UncheckedIOException("An import cannot write its temporary file", e);
        }
    }

    /** Writes all results as one JSON array. */
    void copyTo(JsonGenerator out, boolean committed) throws IOException {
        writer.flush();
        file.position(0);
        out.writeStartArray();
        JsonParser reader = JSON.createParser(Channels.newInputStream(file));
        while (reader.nextToken() == JsonToken.START_OBJECT) {
            RowResult result = reader.readValueAs(RowResult.class);
            out.writePOJO(committed ? result : result.undone());
        }
        out.writeEndArray();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("An import cannot close its temporary file", e);
        }
    }
}
