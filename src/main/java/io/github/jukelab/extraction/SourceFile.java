package io.github.jukelab.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * An audio file of a table.
 *
 * @param path as listed
 * @param filename its key in the table
 * @param label its class
 * @param fingerprint path, size and modification time; if it changes, the rows are computed again
 */
record SourceFile(Path path, String filename, String label, String fingerprint) {

    /** A file under its name in the table. */
    static SourceFile of(Path absolute, Path path, String filename, String label) {
        return new SourceFile(path, filename, label, fingerprint(absolute, path));
    }

    private static String fingerprint(Path absolute, Path path) {
        String uri = absolute.toUri().toASCIIString();
        try {
            long modified = Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
            return uri + ' ' + Files.size(path) + ' ' + modified;
        } catch (IOException e) {
            return uri; // The file cannot be read either, so nothing is stored under this fingerprint.
        }
    }
}
