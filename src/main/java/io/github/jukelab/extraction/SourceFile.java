package io.github.jukelab.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

    /** One per file, in the order of absolute paths. */
    static List<SourceFile> of(SortedMap<Path, Path> files) {
        Map<Path, String> filenames = Filenames.unique(files.keySet());
        return files.entrySet().stream()
                .map(entry -> new SourceFile(
                        entry.getValue(),
                        filenames.get(entry.getKey()),
                        Filenames.label(entry.getKey()),
                        fingerprint(entry.getKey(), entry.getValue())))
                .toList();
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
