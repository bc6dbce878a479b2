package io.github.jukelab.extraction;

import io.github.jukelab.Crc32;
import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A sound file of a run.
 *
 * @param track the file or a part of it, with its class as far as its folder tells
 * @param filename what it is called in results, such as {@code cat/1.wav}
 * @param fingerprint path with part, size, modification time, and checksums of the beginning and the end; if it
 *     changes, the results are computed again
 */
public record SourceFile(Track track, String filename, String fingerprint) {

    private static final int BLOCK = 64 * 1024;

    /** A file, or a part of one, under its name in the table; a part has a key of its own. */
    static SourceFile of(Path key, Track track, String filename) {
        return new SourceFile(track, filename, fingerprint(key, track.file()));
    }

    /**
     * The path of the file.
     *
     * @return as listed
     */
    public Path path() {
        return track.file();
    }

    /**
     * Its class.
     *
     * @return as far as its folder tells
     */
    public String label() {
        return track.label();
    }

    /** For messages. */
    String name() {
        return track.named(path().toString());
    }

    private static String fingerprint(Path key, Path path) {
        Progress.checkInterrupted();
        String uri = key.toUri().toASCIIString();
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            long modified = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return uri + ' ' + file.size() + ' ' + modified + ' ' + (file.isRegularFile() ? ends(path) : "");
        } catch (IOException e) {
            return uri; // The file cannot be read either, so nothing is stored under this fingerprint.
        }
    }

    /** The checksums of the first block and of the last one. */
    private static String ends(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] first = block(file, 0);
            byte[] last = block(file, Math.max(BLOCK, file.length() - BLOCK));
            return Crc32.of(first) + Crc32.of(last);
        }
    }

    private static byte[] block(RandomAccessFile file, long offset) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(BLOCK, file.length() - offset))];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }
}
