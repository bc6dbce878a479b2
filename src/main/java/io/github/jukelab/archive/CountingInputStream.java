package io.github.jukelab.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file and counts the bytes read. */
final class CountingInputStream extends FilterInputStream {

    private final long size;
    private long bytes;

    CountingInputStream(Path file) throws IOException {
        super(Files.newInputStream(file));
        size = Files.size(file);
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes;
    }

    /** Bytes in the file. */
    long size() {
        return size;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        bytes += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        bytes += StrictMath.max(0, read);
        return read;
    }
}
