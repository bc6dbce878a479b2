package io.github.jukelab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Real recordings that are not part of the project. They are looked for in the folder that the environment variable
 * {@code JUKELAB_SHARED} names, else in {@code ../shared}; tests that need them skip where neither is there.
 */
public final class TestData {

    private TestData() {}

    /**
     * A file or folder of real recordings.
     *
     * @param relative such as {@code data/hard/empty.wav}
     * @return where it is, if it is there
     */
    public static Optional<Path> shared(String relative) {
        String root = System.getenv().getOrDefault("JUKELAB_SHARED", "../shared");
        return Optional.of(Path.of(root, relative)).filter(Files::exists);
    }
}
