package io.github.jukelab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A place where a file can be written. It is tried when the value is made, so long work makes it first, and does not
 * find out at its end that nothing can be saved. Nothing is created or changed by that.
 *
 * <p>The file itself is written by {@link AtomicFile}, in the same way.
 */
public final class OutputFile {

    private static final int MAX_LINKS = 40;

    /** Types of files in {@code unix:mode}. */
    private static final int TYPE = 0170000;

    private static final List<Integer> STREAMS = List.of(0010000, 0020000); // pipe, character device

    /** Says whether a file is of a kind. */
    @FunctionalInterface
    public interface Kind {

        /**
         * Looks into a file.
         *
         * @param file not empty
         * @return whether it is of this kind
         * @throws IOException if it cannot be read
         */
        boolean is(Path file) throws IOException;
    }

    /** Names the file that was asked for, not a temporary one. */
    private static final class WriteException extends IOException {

        private static final long serialVersionUID = 1;

        private final String reason;

        WriteException(Path path, String reason) {
            super(path + ": " + reason);
            this.reason = reason;
        }
    }

    private final Path path;
    private final Path target;
    private final boolean stream;

    private OutputFile(Path path, Path target, boolean stream) {
        this.path = path;
        this.target = target;
        this.stream = stream;
    }

    /**
     * A place for a file.
     *
     * @param path of a file that exists or not; links are followed
     * @return the place
     * @throws IOException if no file can be written there: a folder or an unsuitable device is there, the file may not
     *     be written, or its folder may not or cannot be; the message names the file
     */
    public static OutputFile of(Path path) throws IOException {
        Path target = target(path);
        OutputFile output = new OutputFile(path, target, isStream(target));
        try {
            output.check();
        } catch (IOException e) {
            throw output.cannotBeWritten(e);
        }
        return output;
    }

    private static Path target(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target) && !isStream(target); links++) {
            if (links == MAX_LINKS) {
                throw new IOException(path + ": is a link that leads round in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static boolean isStream(Path path) throws IOException {
        return Files.exists(path)
                && path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && STREAMS.contains((int) Files.getAttribute(path, "unix:mode") & TYPE);
    }

    private void check() throws IOException {
        if (!stream && Files.exists(target) && !Files.isRegularFile(target)) {
            throw new WriteException(
                    path, Files.isDirectory(target) ? "is a folder, but must be a file" : "is a device");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new WriteException(path, "may not be changed");
        }
        if (!stream) {
            tryFolder();
            tryName();
        }
    }

    /** A name may be too long. */
    private void tryName() throws IOException {
        try {
            Files.readAttributes(target, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // it is created
        }
    }

    /** Creates a file in the folder, or in the one where that would be created, and removes it. */
    private void tryFolder() throws IOException {
        Path folder = target.getParent();
        while (folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException((folder == null ? target : folder) + " is no folder");
        }
        try {
            Files.delete(Files.createFile(FilePart.unique(folder)));
        } catch (IOException e) {
            throw new IOException(Reasons.of(e) + " in folder " + folder, e);
        }
    }

    /** The same reason for this file, whichever temporary file it was found with. */
    IOException cannotBeWritten(IOException cause) {
        String reason = cause instanceof WriteException e ? e.reason : "cannot be written: " + Reasons.of(cause);
        IOException exception = new WriteException(path, reason);
        exception.initCause(cause);
        return exception;
    }

    /**
     * Whether nothing is lost if this file is replaced, but what the same work wrote before.
     *
     * @param kind recognises what this work writes
     * @return true if there is no file, an empty one or one of this kind, or if this is no file
     * @throws IOException if the file cannot be read
     */
    public boolean mayReplace(Kind kind) throws IOException {
        return stream || !Files.exists(target) || Files.size(target) == 0 || kind.is(target);
    }

    /**
     * Checks that no file is replaced that is read.
     *
     * @param inputs files that are read, which may have other names or be links
     * @return this place
     * @throws IOException if this is one of them; the message names both
     */
    public OutputFile outside(Collection<Path> inputs) throws IOException {
        if (!stream && Files.exists(target)) {
            for (Path input : inputs) {
                if (Files.exists(input) && Files.isSameFile(input, target)) {
                    throw new IOException(path + ": is " + input + ", which is read, and must be another file");
                }
            }
        }
        return this;
    }

    /**
     * Checks that several files do not replace each other.
     *
     * @param outputs all that one run writes
     * @throws IOException if two are the same file, or would be one on a disk that ignores case
     */
    public static void requireDistinct(List<OutputFile> outputs) throws IOException {
        for (int i = 0; i < outputs.size(); i++) {
            for (OutputFile other : outputs.subList(0, i)) {
                if (outputs.get(i).isSame(other)) {
                    throw new IOException(outputs.get(i).path + ": is written twice, as " + other.path + ", too");
                }
            }
        }
    }

    private boolean isSame(OutputFile other) throws IOException {
        return place().equals(other.place())
                || Files.exists(target) && Files.exists(other.target) && Files.isSameFile(target, other.target);
    }

    /** Its real folder as far as that exists, and the rest in lower case. */
    private String place() throws IOException {
        Path folder = target.getParent();
        Path real = folder != null && Files.isDirectory(folder)
                ? folder.toRealPath().resolve(target.getFileName())
                : target;
        return real.normalize().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Where the file is written.
     *
     * @return absolute, with links of the file followed
     */
    public Path target() {
        return target;
    }

    /**
     * Whether this is a pipe or a device, through which a file goes without being kept.
     *
     * @return false for a file
     */
    public boolean isStream() {
        return stream;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
