package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file opened for reading at any position. All errors name the file. */
final class SoundFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final long size;

    private SoundFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    /** Opens a file that has at least one byte. */
    static SoundFile open(Path path) throws AudioException {
        if (!Files.exists(path)) {
            throw new AudioException(path, Problem.MISSING, "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new AudioException(path, Problem.NOT_AUDIO, "not a file but a folder or device");
        }
        SoundFile file = openAny(path);
        if (file.size == 0) {
            file.close();
            throw new AudioException(path, Problem.EMPTY, "the file is empty (0 bytes)");
        }
        return file;
    }

    private static SoundFile openAny(Path path) throws AudioException {
        try {
            return new SoundFile(path, FileChannel.open(path), Files.size(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** An interrupt closes the channel: then the work is cancelled, and the file is not at fault. */
    private static AudioException unreadable(Path path, IOException e) {
        Progress.checkInterrupted();
        return new AudioException(path, Problem.MISSING, "cannot be read: " + e.getMessage(), e);
    }

    Path path() {
        return path;
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
                int read = channel.read(buffer, at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
            buffer.flip();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Four characters at a position; fewer at the end of the file. */
    String tag(long position) throws AudioException {
        return StandardCharsets.ISO_8859_1
                .decode(bytes(position, 4, ByteOrder.BIG_ENDIAN))
                .toString();
    }

    AudioException problem(Problem problem, String reason) {
        return new AudioException(path, problem, reason);
    }

    @Override
    public void close() throws AudioException {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}
