package io.github.jukelab.network;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Reasons;
import io.github.jukelab.WriteLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The folder of one run's checkpoints, which one program at a time may use. The last three are kept. */
final class CheckpointFolder implements Closeable {

    private static final int KEPT = 3;
    private static final Duration ABANDONED = Duration.ofDays(30);
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{16}");
    private static final String CHECKPOINTS = "epoch-*.checkpoint";

    private final Path folder;
    private final String run;
    private final WriteLock lock;

    private CheckpointFolder(Path folder, String run, WriteLock lock) {
        this.folder = folder;
        this.run = run;
        this.lock = lock;
    }

    /**
     * Opens the folder of a run, and removes those of runs that nobody has gone on with for 30 days.
     *
     * @param all the folder of all runs, created if missing
     * @param run 16 hexadecimal digits
     * @return empty if another program, or another training of this one, has it
     */
    static Optional<CheckpointFolder> open(Path all, String run) throws IOException {
        Path folder = Files.createDirectories(all.resolve(run));
        Optional<WriteLock> lock = WriteLock.attempt(folder.resolve(WriteLock.NAME));
        removeAbandoned(all, folder);
        return lock.map(held -> new CheckpointFolder(folder, run, held));
    }

    private static void removeAbandoned(Path all, Path mine) throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (Path folder : folders) {
                boolean run = RUN.matcher(folder.getFileName().toString()).matches();
                if (run
                        && !folder.equals(mine)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
                    remove(folder);
                }
            }
        }
    }

    /** Deletes the folder of a run. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    Path path() {
        return folder;
    }

    /**
     * The latest checkpoint that can be read.
     *
     * @param parameters their number
     * @param messages told which ones are damaged
     */
    Optional<Checkpoint> latest(int parameters, Consumer<String> messages) throws IOException {
        for (Path file : files()) {
            try {
                return Optional.of(CheckpointFile.read(file, run, parameters));
            } catch (IOException e) {
                messages.accept(file + ": cannot be used: " + Reasons.of(e) + "; the checkpoint before it is tried");
            }
        }
        return Optional.empty();
    }

    /** The latest first: their names have numbers of equal length. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, CHECKPOINTS)) {
            found.forEach(files::add);
        }
        files.sort(Collections.reverseOrder());
        return files;
    }

    /** Writes a checkpoint, then removes all but the last three. */
    void write(Checkpoint checkpoint) throws IOException {
        Path file = folder.resolve(String.format(Locale.ROOT, "epoch-%010d.checkpoint", checkpoint.epoch()));
        AtomicFile.write(file, part -> CheckpointFile.write(part, run, checkpoint));
        List<Path> files = files();
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** Deletes all checkpoints. */
    void clear() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    @Override
    public String toString() {
        return "CheckpointFolder[" + folder + "]";
    }
}
