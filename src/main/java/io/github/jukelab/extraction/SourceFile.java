package io.github.jukelab.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * A sound file that a table is made of.
 *
 * @param file as it was named
 * @param filename its key in the table
 * @param label what kind of sound it is
 * @param fingerprint its place, size and time of change; with another one, its rows must be computed anew
 */
record SourceFile(Path file, String filename, String label, String fingerprint) {

    /** The recordings of some files, by absolute path. */
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

    private static String fingerprint(Path absolute, Path file) {
        String place = absolute.toUri().toASCIIString();
        try {
            long changed = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            return place + ' ' + Files.size(file) + ' ' + changed;
        } catch (IOException e) {
            return place; // It will not be read either, so nothing is ever kept under this.
        }
    }
}
