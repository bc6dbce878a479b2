package io.github.jukelab.extraction;

import io.github.jukelab.FileState;
import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A sound file of a run.
 *
 * @param track the file or a part of it, with its class as far as its folder tells
 * @param filename what it is called in results, such as {@code cat/1.wav}
 * @param fingerprint path with part, size, modification time, and checksums of the beginning and the end; if it
 *     changes, the results are computed again
 */
public record SourceFile(Track track, String filename, String fingerprint) {

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
            return uri + ' ' + FileState.of(path);
        } catch (IOException e) {
            return uri; // The file cannot be read either, so nothing is stored under this fingerprint.
        }
    }
}
