package io.github.jukelab.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The content of an entry; at its end the checksum is compared, which {@link java.util.zip.ZipFile} does not do. */
final class VerifiedInputStream extends CheckedInputStream {

    private final ZipEntry entry;

    VerifiedInputStream(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        verify(value);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        verify(count);
        return count;
    }

    private void verify(int read) throws IOException {
        if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + " has another checksum");
        }
    }
}
