package io.github.jukelab.dataset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One labelled recording of a data set.
 *
 * @param id unique within the data set, such as {@code blues.00000}
 * @param label one of the data set's labels
 * @param artist the artist's id, unique within the data set; empty if not known
 * @param file the audio file
 */
public record Track(String id, String label, Optional<String> artist, Path file) {

    @Override
    public String toString() {
        return "Track[" + id + ", " + label + artist.map(a -> ", artist " + a).orElse("") + "]";
    }
}
