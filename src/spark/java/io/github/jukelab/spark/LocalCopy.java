package io.github.jukelab.spark;

import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.FileSource;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A file of any Hadoop file system, copied to the disk of this machine: it is read once, from front to back, as suits an
 * object store, wherever a decoder then jumps. Memory does not grow with its length. The copy is removed by {@link
 * #close}.
 */
final class LocalCopy implements AudioSource {

    private static final int BLOCK = 1 << 16;

    private final String name;
    private final Path file;
    private final FileSource source;
    private final String checksum;

    private LocalCopy(String name, Path file, FileSource source, String checksum) {
        this.name = name;
        this.file = file;
        this.source = source;
        this.checksum = checksum;
    }

    /**
     * Copies a file.
     *
     * @param path with its file system
     * @param hadoop the settings of file systems
     * @param folder of this JVM
     * @return the copy, to be closed
     * @throws AudioException if the file is missing, is a folder, is empty or cannot be read
     * @throws IOException if the copy cannot be written
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    static LocalCopy of(String path, Configuration hadoop, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "sound", "");
        try {
            String checksum = copy(path, hadoop, file);
            return new LocalCopy(path, file, FileSource.open(file), checksum);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String copy(String path, Configuration hadoop, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256);
                InputStream in = open(path, hadoop)) {
            byte[] block = new byte[BLOCK];
            for (int read = read(path, in, block); read >= 0; read = read(path, in, block)) {
                Progress.checkInterrupted();
                out.write(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** An empty file is not opened: a pipe, which would never end, has no bytes either. */
    private static InputStream open(String path, Configuration hadoop) throws AudioException {
        org.apache.hadoop.fs.Path place = new org.apache.hadoop.fs.Path(path);
        try {
            FileSystem files = place.getFileSystem(hadoop);
            FileStatus status = files.getFileStatus(place);
            if (!status.isFile()) {
                throw new AudioException(path, Problem.NOT_AUDIO, "not a file but a folder or device");
            }
            return status.getLen() == 0 ? InputStream.nullInputStream() : new Bounded(files.open(place), status);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The bytes that a file had when it was opened: one that grows all the time ends there. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, FileStatus status) {
            super(in);
            this.left = status.getLen();
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            int read = left == 0 ? -1 : super.read(target, from, (int) Math.min(count, left));
            left -= Math.max(read, 0);
            return read;
        }
    }

    /** What the file system throws is about this file; what the disk throws, on which the copy is written, is not. */
    private static int read(String path, InputStream in, byte[] block) throws AudioException {
        try {
            return in.read(block, 0, block.length);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static AudioException unreadable(String path, IOException e) {
        if (e instanceof AudioException known) {
            return known;
        }
        String reason = e instanceof FileNotFoundException ? "there is no such file" : "cannot be read: " + e;
        return new AudioException(path, Problem.MISSING, reason, e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Where the copy is. */
    Path file() {
        return file;
    }

    /** The SHA-256 of the content, 64 hexadecimal digits. */
    String checksum() {
        return checksum;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return source.read(target, position);
    }

    @Override
    public void close() throws IOException {
        try (source) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String toString() {
        return "LocalCopy[" + name + "]";
    }
}
