package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

/**
 * Items that wait in a temporary file until all are there, because there may be very many. They may be read more than once.
 *
 * @param <T> what Jackson can write and read
 */
final class Spool<T> implements Iterable<T>, Closeable {

    static final ObjectMapper JSON =
            JsonMapper.builder().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE).build();

    private final Class<T> type;
    private final FileChannel file;
    private final JsonGenerator writer;

    private Spool(Class<T> type, FileChannel file) throws IOException {
        this.type = type;
        this.file = file;
        this.writer = JSON.createGenerator(new BufferedOutputStream(Channels.newOutputStream(file)));
    }

    static <T> Spool<T> of(Class<T> type) {
        try {
            Path path = Files.createTempFile("org-switcher-import", ".json");
            return new Spool<>(
                    type,
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("An import needs a temporary file", e);
        }
    }

    void add(T item) {
        try {
            writer.writePOJO(item);
        } catch (IOException e) {
            throw new UncheckedIOException("An import cannot write its temporary file", e);
        }
    }

    /** All items so far, from the first. Two cannot be read at the same time, and nothing is added from now on. */
    @Override
    public Iterator<T> iterator() {
        try {
            writer.flush();
            file.position(0);
            return JSON.readerFor(type).readValues(Channels.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("An import cannot read its temporary file", e);
        }
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
