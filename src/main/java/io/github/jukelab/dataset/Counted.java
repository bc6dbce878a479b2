package io.github.jukelab.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's bytes, counted as they are read. */
final class Counted extends FilterInputStream {

    private final long size;
    private long bytes;

    Counted(Path file) throws IOException {
        super(Files.newInputStream(file));
        size = Files.size(file);
    }

    /** Read so far. */
    long bytes() {
        return bytes;
    }

    /** In all. */
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
