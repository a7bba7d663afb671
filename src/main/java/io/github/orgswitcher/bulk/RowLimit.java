package io.github.orgswitcher.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading where a single row never seems to end, so that no sender fills the memory. */
final class RowLimit extends FilterInputStream {

    /** A row has a few hundred bytes; readers take more at once than they need. */
    private static final int MAX_BYTES = 64 * 1024;

    private int sinceLastRow;

    RowLimit(InputStream in) {
        super(in);
    }

    /** A row is complete. */
    void rowRead() {
        sinceLastRow = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (sinceLastRow > MAX_BYTES) {
            throw new IOException("More than " + MAX_BYTES + " bytes in one row");
        }
        int read = super.read(bytes, offset, length);
        sinceLastRow += Math.max(read, 0);
        return read;
    }
}
