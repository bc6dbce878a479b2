package io.github.jukelab;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The temporary file of a file that is being written. */
final class FilePart implements Closeable {

    private static final String PREFIX = ".part-";
    private static final Pattern NAME = Pattern.compile("\\.part-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final OutputFile output;
    private final Path part;
    private Optional<Path> old = Optional.empty();

    private FilePart(OutputFile output, Path folder) {
        this.output = output;
        this.part = unique(folder);
    }

    /** The part of a file that can be written; its folder is created if missing. */
    static FilePart of(Path file) throws IOException {
        OutputFile output = OutputFile.of(file);
        if (output.isStream()) {
            return new FilePart(output, Path.of(System.getProperty("java.io.tmpdir")));
        }
        try {
            Path folder = createFolder(output.target().getParent());
            removeLeftBehind(folder);
            return new FilePart(output, folder);
        } catch (IOException e) {
            throw output.cannotBeWritten(e);
        }
    }

    /** A name that no other program or thread has, and that any file system takes. */
    static Path unique(Path folder) {
        return folder.resolve(PREFIX + UUID.randomUUID());
    }

    /** Unlike {@link Files#createDirectories}, takes a link to a folder. */
    private static Path createFolder(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
    }

    private static void removeLeftBehind(Path folder) throws IOException {
        Instant yesterday = Instant.now().minus(LEFT_BEHIND);
        Predicate<String> isPart = NAME.asMatchPredicate();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (isPart.test(file.getFileName().toString()) && isOlder(file, yesterday)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (NoSuchFileException e) {
            return false; // another program has just finished it
        }
    }

    void fill(AtomicFile.Content content) throws IOException {
        try {
            content.writeTo(part);
            if (!output.isStream() && Files.exists(output.target())) {
                copyPermissions(output.target(), part);
            }
        } catch (IOException e) {
            throw output.cannotBeWritten(e);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.getFileAttributeView(to, PosixFileAttributeView.class)
                    .setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    void replaceTarget() throws IOException {
        try {
            if (output.isStream()) {
                try (OutputStream stream = Files.newOutputStream(output.target(), StandardOpenOption.WRITE)) {
                    Files.copy(part, stream);
                }
            } else {
                Files.move(part, output.target(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw output.cannotBeWritten(e);
        }
    }

    /** Keeps a copy of an existing target, so that {@link #restoreOld} can undo {@link #replaceTarget}. */
    void keepOld() throws IOException {
        if (!output.isStream() && Files.isRegularFile(output.target())) {
            old = Optional.of(unique(output.target().getParent()));
            try {
                Files.copy(output.target(), old.get(), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
                throw output.cannotBeWritten(e);
            }
        }
    }

    void restoreOld() throws IOException {
        if (old.isPresent()) {
            Files.move(old.get(), output.target(), StandardCopyOption.ATOMIC_MOVE);
        } else if (!output.isStream()) {
            Files.deleteIfExists(output.target());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
        if (old.isPresent()) {
            Files.deleteIfExists(old.get());
        }
    }
}
