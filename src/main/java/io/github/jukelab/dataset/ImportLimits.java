package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How much an import unpacks at most: some archives of a few kilobytes unpack to terabytes.
 *
 * @param file bytes of one track or table
 * @param all bytes of all files together, with those of an archive that are passed over
 * @param files in one archive
 */
record ImportLimits(long file, long all, int files) {

    /**
     * A track of GTZAN has 1.3 MB as wav; 30 seconds in stereo at 192 kHz and 32 bits have 46 MB. The complete set has
     * 1.3 GB as wav and 5.3 GB in stereo at 44.1 kHz. Kaggle's copy has 3000 files.
     */
    static final ImportLimits DEFAULT = new ImportLimits(64L << 20, 16L << 30, 100_000);

    private static final double MB = 1 << 20;

    void checkFile(long bytes) throws UnreadableException {
        if (bytes > file) {
            throw new UnreadableException("is larger than a track or table can be (" + megabytes(file) + ")");
        }
    }

    void checkAll(Path from, long bytes) throws DatasetException {
        if (bytes > all) {
            throw new DatasetException(from, "unpacks to more than " + megabytes(all) + "; the import stopped there");
        }
    }

    void checkFiles(Path from, int count) throws DatasetException {
        if (count > files) {
            throw new DatasetException(from, "has more than " + files + " files; the import stopped there");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / MB);
    }
}
