package io.github.jukelab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** What tells whether a file is still the same, without reading all of it. */
public final class FileState {

    private static final int BLOCK = 64 * 1024;

    private FileState() {}

    /**
     * The state of a file, wherever it is and whatever it is called.
     *
     * @param file with links followed
     * @return size in bytes, time of its last change in nanoseconds, and checksums of its first and last 64 kB, in
     *     ASCII; no checksums of what is no regular file
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return attributes.size() + " " + modified + ' ' + (attributes.isRegularFile() ? ends(file) : "");
    }

    /** The checksums of the first block and of the last one. */
    private static String ends(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] first = block(file, 0);
            byte[] last = block(file, StrictMath.max(BLOCK, file.length() - BLOCK));
            return Crc32.of(first) + Crc32.of(last);
        }
    }

    private static byte[] block(RandomAccessFile file, long offset) throws IOException {
        byte[] bytes = new byte[(int) StrictMath.max(0, StrictMath.min(BLOCK, file.length() - offset))];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }
}
