package io.github.jukelab.corpus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One labelled recording of a corpus.
 *
 * @param id unique within the corpus, such as {@code blues.00000}
 * @param label one of the corpus' labels
 * @param artist who plays it, where known; an id, unique within the corpus
 * @param file where the sound is
 */
public record Song(String id, String label, Optional<String> artist, Path file) {

    @Override
    public String toString() {
        return "Song[" + id + ", " + label + artist.map(a -> ", artist " + a).orElse("") + "]";
    }
}
