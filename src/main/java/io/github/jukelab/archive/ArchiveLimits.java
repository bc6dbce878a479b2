package io.github.jukelab.archive;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How much an import unpacks at most: some archives of a few kilobytes unpack to terabytes.
 *
 * @param file bytes of one track or table
 * @param all bytes of all files together, with those of an archive that are passed over
 * @param files in one archive
 */
public record ArchiveLimits(long file, long all, int files) {

    private static final double MB = 1 << 20;

    /**
     * Checks the size of one file.
     *
     * @param bytes so far
     * @throws UnreadableException if they are too many
     */
    public void checkFile(long bytes) throws UnreadableException {
        if (bytes > file) {
            throw new UnreadableException("is larger than a track or table can be (" + megabytes(file) + ")");
        }
    }

    /**
     * Checks the size of all files.
     *
     * @param from the archive, for the message
     * @param bytes so far
     * @throws ArchiveException if they are too many
     */
    public void checkAll(Path from, long bytes) throws ArchiveException {
        if (bytes > all) {
            throw new ArchiveException(from, "unpacks to more than " + megabytes(all) + "; the import stopped there");
        }
    }

    void checkFiles(Path from, int count) throws ArchiveException {
        if (count > files) {
            throw new ArchiveException(from, "has more than " + files + " files; the import stopped there");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / MB);
    }
}
