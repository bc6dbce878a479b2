package io.github.jukelab.codec;

import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The content of a source, for the readers of formats: read at any position, in whole. All errors name the source. */
final class SoundFile {

    /** No recorder has a higher rate: that of DSD is 22.6 MHz, with 8 bits to a sample. */
    private static final long MAX_RATE = 10_000_000;

    private final AudioSource source;
    private final long start;
    private final long size;

    private SoundFile(AudioSource source, long start, long size) {
        this.source = source;
        this.start = start;
        this.size = size;
    }

    /** The content of an open source that has at least one byte. */
    static SoundFile of(AudioSource source) throws AudioException {
        try {
            SoundFile file = new SoundFile(source, 0, source.size());
            if (file.size == 0) {
                throw file.problem(Problem.EMPTY, "the file is empty (0 bytes)");
            }
            return file;
        } catch (AudioException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    /** An interrupt closes a file: then the work is cancelled, and the file is not at fault. */
    static AudioException unreadable(String source, IOException e) {
        Progress.checkInterrupted();
        String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return new AudioException(source, Problem.MISSING, "cannot be read: " + reason, e);
    }

    long size() {
        return size;
    }

    /** The name of the source, for messages. */
    String name() {
        return source.name();
    }

    /** A part of the content as a file of its own. */
    SoundFile part(long from, long to) {
        return new SoundFile(source, start + from, to - from);
    }

    /** At most {@code count} bytes from a position on, fewer at the end of the file; ready to be read. */
    ByteBuffer bytes(long position, int count, ByteOrder order) throws AudioException {
        int available = (int) Math.max(0, Math.min(count, size - position));
        ByteBuffer buffer = ByteBuffer.allocate(available).order(order);
        fill(buffer, position);
        return buffer;
    }

    /** Reads until the buffer's limit or the end of the file, and flips the buffer. */
    void fill(ByteBuffer buffer, long position) throws AudioException {
        buffer.limit((int) Math.min(buffer.limit(), buffer.position() + Math.max(0, size - position)));
        try {
            long at = start + position;
            while (buffer.hasRemaining()) {
                int read = source.read(buffer, at);
                if (read < 0) {
                    break;
                }
                if (read == 0) {
                    throw new IOException("the source gives no byte at position " + at);
                }
                at += read;
            }
            buffer.flip();
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    /** Four characters at a position; fewer at the end of the file. */
    String tag(long position) throws AudioException {
        return StandardCharsets.ISO_8859_1
                .decode(bytes(position, 4, ByteOrder.BIG_ENDIAN))
                .toString();
    }

    /**
     * Checks the rate in a header.
     *
     * @param channels by the header
     * @param rate in Hz, by the header
     * @return the rate
     */
    int rate(int channels, long rate) throws AudioException {
        if (channels <= 0 || channels > 0xffff || rate <= 0 || rate > MAX_RATE) {
            throw problem(Problem.NOT_AUDIO, "the header says " + channels + " channels at " + rate + " Hz");
        }
        return (int) rate;
    }

    AudioException problem(Problem problem, String reason) {
        return new AudioException(source.name(), problem, reason);
    }
}
