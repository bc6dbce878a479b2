package io.github.jukelab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: to a temporary file in the same folder, which is then moved to the target. */
public final class AtomicFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the content.
         *
         * @param part the temporary file; replaced if it exists
         * @throws IOException if it cannot be written
         */
        void writeTo(Path part) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file.
     *
     * @param file the target; replaced if it exists, its folder created if missing
     * @param content writes the content
     * @throws IOException if it cannot be written; an existing file is then unchanged
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(".part-" + target.getFileName());
        try {
            content.writeTo(part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
