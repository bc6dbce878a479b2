package io.github.jukelab.codec;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The bytes of an audio file, wherever they are: on disk, in memory or on another machine. It is open from its creation
 * until {@link #close()}; whoever opened it closes it. One thread reads it at a time.
 *
 * <p>To read from elsewhere, implement four methods:
 *
 * <pre>{@code
 * record HadoopSource(Path path, long size, FSDataInputStream stream) implements AudioSource {
 *     public String name() { return path.toString(); }
 *
 *     public int read(ByteBuffer target, long position) throws IOException {
 *         byte[] bytes = new byte[target.remaining()];
 *         int read = stream.read(position, bytes, 0, bytes.length);
 *         target.put(bytes, 0, Math.max(read, 0));
 *         return read;
 *     }
 *
 *     public void close() throws IOException { stream.close(); }
 * }
 * }</pre>
 *
 * <p>Cost: a header is read in pieces of 4 to 40 bytes; samples are read in blocks of 32 KB or more, nearly always
 * forward. A source for which each read is expensive should read ahead. A file is never read as a whole into memory.
 *
 */
public interface AudioSource extends Closeable {

    /**
     * What messages call it.
     *
     * @return such as a path or an address
     */
    String name();

    /**
     * The number of bytes.
     *
     * @return 0 or more; always the same
     * @throws IOException if it cannot be found out
     */
    long size() throws IOException;

    /**
     * Reads bytes from a position on.
     *
     * @param target receives the bytes; must not be kept after the call, as it may be native memory
     * @param position of the first byte, 0 or more; may be beyond the end
     * @return how many bytes were put into {@code target}: at least 1, and fewer than it has room for if that suits the
     *     source; -1 if there is no byte at the position
     * @throws IOException if the bytes cannot be read
     */
    int read(ByteBuffer target, long position) throws IOException;

    /**
     * Opens a file.
     *
     * @param file any file; its path, as given, is the name
     * @return the source, to be closed
     * @throws AudioException if it is missing, is a folder or device, or cannot be opened
     */
    static AudioSource open(Path file) throws AudioException {
        return FileSource.open(file);
    }

    /**
     * A source of bytes in memory. It need not be closed.
     *
     * @param name what messages call it
     * @param bytes those of an audio file; not copied, so they must not change
     * @return the source
     */
    static AudioSource of(String name, byte[] bytes) {
        return new ArraySource(name, bytes);
    }
}
