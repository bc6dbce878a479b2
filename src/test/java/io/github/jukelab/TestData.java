package io.github.jukelab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real recordings that are not part of the project. Their folder is the value of the environment variable
 * {@code JUKELAB_SHARED}, by default {@code ../shared}; tests that need them are skipped if it does not exist.
 */
public final class TestData {

    private TestData() {}

    /**
     * A file or folder of real recordings.
     *
     * @param relative such as {@code data/hard/empty.wav}
     * @return its path, if it exists
     */
    public static Optional<Path> shared(String relative) {
        String root = System.getenv().getOrDefault("JUKELAB_SHARED", "../shared");
        return Optional.of(Path.of(root, relative)).filter(Files::exists);
    }
}
