package io.github.jukelab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all: written under another name beside their place, then moved there. */
public final class AtomicFile {

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the content.
         *
         * @param part where to; replaced if it exists
         * @throws IOException if it cannot be written
         */
        void writeTo(Path part) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file.
     *
     * @param file its place; replaced if it exists, its folder made if missing
     * @param content what goes into it
     * @throws IOException if it cannot be written; what was at its place is still there then
     */
    public static void write(Path file, Content content) throws IOException {
        Path place = file.toAbsolutePath();
        Files.createDirectories(place.getParent());
        Path part = place.resolveSibling(".part-" + place.getFileName());
        try {
            content.writeTo(part);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
