package io.github.jukelab.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream of which only the method that reads many bytes is to be written. */
abstract class BulkInputStream extends InputStream {

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] into, int offset, int length) throws IOException;
}
