package io.github.jukelab.archive;

import io.github.jukelab.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * The blocks of a tar archive, as {@link Tar}'s decoder reads them: always as many bytes as are asked for, but no more
 * than an archive or a header may have.
 */
final class TarBlocks extends BulkInputStream {

    static final int BLOCK = 512;

    private final Path file;
    private final InputStream in;
    private final ArchiveLimits limits;
    private long bytes;
    private long mostBytes = Long.MAX_VALUE;
    private long zeros;

    /** The stream must support marks. */
    TarBlocks(Path file, InputStream in, ArchiveLimits limits) {
        this.file = file;
        this.in = in;
        this.limits = limits;
    }

    /** How many bytes may be read until this is called again; more are an {@link UnreadableException}. */
    void allow(long more) {
        mostBytes = Math.addExact(bytes, more);
    }

    /** Whether the last block that was read has its full size. */
    boolean areWhole() {
        return bytes % BLOCK == 0;
    }

    /** Whether a header, or the end, follows at once. */
    boolean headerFollows() throws IOException {
        in.mark(BLOCK);
        byte[] block = in.readNBytes(BLOCK);
        in.reset();
        return isZero(block) || isHeader(Arrays.copyOf(block, BLOCK));
    }

    private static boolean isHeader(byte[] block) {
        try {
            return TarUtils.verifyCheckSum(block);
        } catch (IllegalArgumentException e) { // the checksum is no number
            return false;
        }
    }

    /** Gives zeros for the content of a file that has none in the archive, whatever its header says. */
    void insertContent(long size) {
        zeros = size + (BLOCK - size % BLOCK) % BLOCK;
    }

    /** Reads to the end; whether there is anything but zeros. */
    boolean hasMore() throws IOException {
        boolean more = false;
        byte[] block = new byte[BLOCK * BLOCK];
        for (int read = read(block); read >= 0; read = read(block)) {
            more |= !isZero(Arrays.copyOf(block, read));
        }
        return more;
    }

    private static boolean isZero(byte[] block) {
        return Arrays.equals(block, new byte[block.length]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = zeros > 0 ? fill(into, offset, length) : decode(into, offset, length);
        bytes += read;
        limits.checkAll(file, bytes);
        if (bytes > mostBytes) {
            throw new UnreadableException("the archive is damaged: a header is too long");
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    private int fill(byte[] into, int offset, int length) {
        int filled = (int) Math.min(zeros, length);
        Arrays.fill(into, offset, offset + filled, (byte) 0);
        zeros -= filled;
        return filled;
    }

    private int decode(byte[] into, int offset, int length) throws IOException {
        Progress.checkInterrupted();
        try {
            return in.readNBytes(into, offset, length);
        } catch (IOException | RuntimeException e) { // Decoders throw many kinds of exception on damage.
            throw damage(e);
        }
    }

    /** What an exception of a decoder means. */
    static UnreadableException damage(Exception thrown) {
        Progress.checkInterrupted();
        return new UnreadableException(
                thrown instanceof EOFException
                        ? "the archive ends too early"
                        : "the archive is damaged: " + UnreadableException.reason(thrown));
    }
}
