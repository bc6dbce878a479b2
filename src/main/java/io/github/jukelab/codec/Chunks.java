package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The chunks of an IFF or RIFF file one after the other: four letters, a length in 32 bits, the content, and a pad byte
 * after an odd length. Some programs leave the pad byte out, so it is skipped only if a chunk follows it, or none
 * follows without it.
 */
final class Chunks {

    private static final int HEADER = 8;

    private final SoundFile file;
    private final ByteOrder order;
    private long next;
    private int count;
    private String tag = "";
    private long start;
    private long bytes;

    /**
     * The chunks from a position on.
     *
     * @param first position of the first chunk
     */
    Chunks(SoundFile file, ByteOrder order, long first) {
        this.file = file;
        this.order = order;
        this.next = first;
    }

    /** Goes to the next chunk; false at the end of the file, or after the most chunks that are read of a file. */
    boolean next() throws AudioException {
        if (count++ == SoundHeader.MAX_CHUNKS || next + HEADER > file.size()) {
            return false;
        }
        tag = file.tag(next);
        start = next + HEADER;
        bytes = length(file, order, next);
        next = start + bytes;
        if (bytes % 2 == 1 && (isChunk(file, order, next + 1) || !isChunk(file, order, next))) {
            next++;
        }
        return true;
    }

    /** Its four letters. */
    String tag() {
        return tag;
    }

    /** The position of its content. */
    long start() {
        return start;
    }

    /** The length of its content by its header. */
    long bytes() {
        return bytes;
    }

    /** Its content, at most {@code limit} bytes of it. */
    ByteBuffer content(int limit) throws AudioException {
        return file.bytes(start, (int) Math.min(bytes, limit), order);
    }

    /** Why the file cannot be used, as a chunk was not found. */
    AudioException missing(String wanted) {
        return next > file.size() + 1 || count > SoundHeader.MAX_CHUNKS
                ? file.problem(
                        Problem.TRUNCATED, "a chunk reaches beyond the end of the file (no " + wanted + " chunk)")
                : file.problem(Problem.NO_SAMPLES, "the file has no samples (no " + wanted + " chunk)");
    }

    /** Whether there is a chunk at a position: letters, and a length within the file. */
    static boolean isChunk(SoundFile file, ByteOrder order, long position) throws AudioException {
        String tag = file.tag(position);
        return position + HEADER <= file.size()
                && tag.chars().allMatch(letter -> letter >= ' ' && letter <= '~')
                && (tag.equals("data") || tag.equals("SSND") || fits(file, order, position));
    }

    private static boolean fits(SoundFile file, ByteOrder order, long position) throws AudioException {
        return position + HEADER + length(file, order, position) <= file.size();
    }

    private static long length(SoundFile file, ByteOrder order, long position) throws AudioException {
        return file.bytes(position + 4, 4, order).getInt() & 0xffffffffL;
    }
}
