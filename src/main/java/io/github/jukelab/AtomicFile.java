package io.github.jukelab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes files whole or not at all: to a temporary file in the same folder, which then takes the target's place in one
 * step. Several programs or threads may write one file at once: each writes all of it, and the last one stays.
 *
 * <p>A link stays, and the file it leads to is replaced. Permissions of an existing file are kept, and a file that may
 * not be written is not replaced. What is written to a pipe or a character device goes through it; other devices are
 * refused. Temporary files that a killed program left ({@code .part-…}) are removed after a day by the next write into
 * their folder.
 */
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
     * @throws IOException if it cannot be written; the message names the file, and an existing file is unchanged
     */
    public static void write(Path file, Content content) throws IOException {
        try (FilePart part = FilePart.of(file)) {
            part.fill(content);
            part.replaceTarget();
        }
    }

    /**
     * Writes files that belong together: all of them are new afterwards, or all are as before.
     *
     * @param contents file → its content, in the order of writing; files as for {@link #write}
     * @throws IOException if one cannot be written; the message names it, and all existing files are unchanged, but
     *     what went through a pipe or device is gone
     */
    public static void writeTogether(Map<Path, Content> contents) throws IOException {
        List<FilePart> parts = new ArrayList<>();
        try {
            for (Map.Entry<Path, Content> entry : contents.entrySet()) {
                FilePart part = FilePart.of(entry.getKey());
                parts.add(part);
                part.fill(entry.getValue());
            }
            replaceTargets(parts);
        } finally {
            for (FilePart part : parts) {
                part.close();
            }
        }
    }

    private static void replaceTargets(List<FilePart> parts) throws IOException {
        for (FilePart part : parts) {
            part.keepOld();
        }
        for (int i = 0; i < parts.size(); i++) {
            try {
                parts.get(i).replaceTarget();
            } catch (IOException e) {
                for (FilePart replaced : parts.subList(0, i)) {
                    replaced.restoreOld();
                }
                throw e;
            }
        }
    }
}
