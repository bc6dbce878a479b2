package io.github.jukelab.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One file of a folder or an archive.
 *
 * @param name its path there, with {@code /}
 * @param link for a link, the path of its target there, resolved by {@link #path}; its content is not used
 * @param content may be opened until the next file is read
 */
public record ArchiveFile(String name, Optional<String> link, Content content) {

    /** Opens the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Opens it.
         *
         * @return from the first byte on, to be closed
         * @throws UnreadableException if it cannot be read; so do the methods of the stream
         * @throws IOException if the archive cannot be read
         */
        InputStream open() throws IOException;
    }

    private static final Content NOTHING = InputStream::nullInputStream;

    /** Receives each file. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Receives one.
         *
         * @param file whose content may be opened now
         * @throws IOException if what is made of it cannot be written; this ends the reading
         */
        void read(ArchiveFile file) throws IOException;
    }

    static ArchiveFile of(String name, Content content) {
        return new ArchiveFile(name, Optional.empty(), content);
    }

    /** A file that is there, but cannot be opened. */
    static ArchiveFile unreadable(String name, String reason) {
        return of(name, () -> {
            throw new UnreadableException(reason);
        });
    }

    /** A link whose target is given from the root of the archive, as a hard link's; without one, an empty file. */
    static ArchiveFile link(String name, String target) {
        return new ArchiveFile(name, Optional.of(path(target)).filter(path -> !path.isEmpty()), NOTHING);
    }

    /** A link whose target is given from the link's own folder, as a symbolic link's. */
    static ArchiveFile symbolicLink(String name, String target) {
        return link(name, target.startsWith("/") ? target : name + "/../" + target);
    }

    /**
     * The name without folders.
     *
     * @return its last part
     */
    public String fileName() {
        return fileName(name);
    }

    /**
     * A path without folders.
     *
     * @param name a path, with slashes of either kind
     * @return its last part
     */
    public static String fileName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** A path from the root of the archive, without empty parts, {@code .} and {@code ..}. */
    static String path(String name) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : name.split("[/\\\\]")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
