package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The content of a source, for the readers of formats: read at any position, in whole. All errors name the source. */
final class SoundFile {

    private final AudioSource source;
    private final long size;

    private SoundFile(AudioSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The content of an open source that has at least one byte. */
    static SoundFile of(AudioSource source) throws AudioException {
        try {
            SoundFile file = new SoundFile(source, source.size());
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

    /** At most {@code count} bytes from a position on, fewer at the end of the file; ready to be read. */
    ByteBuffer bytes(long position, int count, ByteOrder order) throws AudioException {
        int available = (int) Math.max(0, Math.min(count, size - position));
        ByteBuffer buffer = ByteBuffer.allocate(available).order(order);
        fill(buffer, position);
        return buffer;
    }

    /** Reads until the buffer's limit or the end of the file, and flips the buffer. */
    void fill(ByteBuffer buffer, long position) throws AudioException {
        try {
            long at = position;
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

    AudioException problem(Problem problem, String reason) {
        return new AudioException(source.name(), problem, reason);
    }
}
