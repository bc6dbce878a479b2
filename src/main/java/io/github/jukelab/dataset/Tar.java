package io.github.jukelab.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a tar archive sequentially: old, ustar, GNU (long names) and pax (paths). After each call of {@link #next} it
 * is the stream of one file.
 */
final class Tar extends InputStream {

    private static final int BLOCK = 512;
    private static final int MAX_NAME_LENGTH = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private long remaining;
    private long padding;
    private boolean started;

    Tar(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The name of the next regular file; empty at the end. */
    Optional<String> next() throws IOException {
        String longName = "";
        while (header()) {
            char type = (char) (header[156] & 0xff);
            if (type == 'L') {
                byte[] body = body();
                longName = text(body, 0, body.length);
            } else if (type == 'x') {
                longName = path(body()).orElse(longName);
            } else if (type == '0' || type == 0 || type == '7') {
                return Optional.of(longName.isEmpty() ? name() : longName);
            } else {
                longName = "";
            }
        }
        return Optional.empty();
    }

    private boolean header() throws IOException {
        in.skipNBytes(remaining + padding);
        remaining = 0;
        padding = 0;
        int read = in.readNBytes(header, 0, BLOCK);
        if (read == 0 || isZero()) {
            return false;
        }
        if (read < BLOCK || !hasValidChecksum()) {
            throw started
                    ? new EOFException("the archive is damaged or ends too early")
                    : new DatasetException(file, "is neither a folder nor a zip nor a tar archive");
        }
        started = true;
        remaining = number(124, 12);
        padding = (BLOCK - remaining % BLOCK) % BLOCK;
        return true;
    }

    private boolean isZero() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Compares the checksum; its own field counts as spaces. */
    private boolean hasValidChecksum() {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return sum == number(148, 8);
    }

    /** Octal digits or, if the top bit is set, a big-endian number. */
    private long number(int start, int length) {
        long value = 0;
        if ((header[start] & 0x80) != 0) {
            for (int i = start + 1; i < start + length; i++) {
                value = value << 8 | header[i] & 0xff;
            }
            return value & Long.MAX_VALUE;
        }
        for (int i = start; i < start + length; i++) {
            if (header[i] >= '0' && header[i] <= '7') {
                value = value * 8 + header[i] - '0';
            }
        }
        return value;
    }

    private String name() {
        boolean ustar = text(header, 257, 5).equals("ustar");
        String prefix = ustar ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
    }

    private byte[] body() throws IOException {
        if (remaining > MAX_NAME_LENGTH) {
            throw new EOFException("the archive is damaged: a name of " + remaining + " bytes");
        }
        byte[] body = in.readNBytes((int) remaining);
        remaining = 0;
        return body;
    }

    /** The path in pax records of the form {@code <length> <key>=<value>}. */
    private static Optional<String> path(byte[] records) {
        return new String(records, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" path="))
                .map(line -> line.substring(line.indexOf(" path=") + 6))
                .findFirst();
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < StrictMath.min(start + length, bytes.length) && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        int read = in.read(into, offset, (int) StrictMath.min(length, remaining));
        if (read < 0) {
            throw new EOFException("the archive ends too early");
        }
        remaining -= read;
        return read;
    }
}
