package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.Reasons;
import io.github.jukelab.Workspace;
import io.github.jukelab.audio.FileWork;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.IntegrityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A folder that keeps the examples of large data sets, so that no file is read again while tracks and settings stay the
 * same: one file for each preprocessing of each data set. It is written whole or not at all, and used by several
 * programs at once. Tracks that gave no examples are kept with the reason.
 *
 * <p>A file is used again if the preprocessing has the same settings, and the tracks the same ids, parts and files: each
 * of the same size and time of change, its first and last 64 kB with the same checksums. It may be in another folder
 * or have another label. A kept file that is damaged is made anew.
 *
 * <p>Up to 64 MB of examples stay on the heap and are not kept, unless they are {@linkplain Preprocessing#costly costly}:
 * they are made again within seconds. If all files together
 * are larger than the limit, those that were not used for the longest time are removed, but none that is in use.
 *
 * <p>Notebooks and commands have a cache. A program that uses Jukelab as a library has none, unless it {@linkplain
 * #useInThisProgram asks for one}.
 */
public final class ExampleCache {

    /** The environment variable that has the limit in GB; 0 keeps nothing. */
    public static final String VARIABLE = "EXAMPLE_CACHE";

    private static final double DEFAULT_GIGABYTES = 20;
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTE = 1e3;

    /** What the names of kept files end with. */
    static final String KEPT = ".examples";

    private static final AtomicReference<Supplier<Optional<ExampleCache>>> CURRENT =
            new AtomicReference<>(Optional::empty);

    private final Path folder;
    private final long limit;
    private final long heapLimit;

    /** What is kept of one preprocessing of tracks, and what their check has found. */
    record Kept(TrackExamples examples, Optional<IntegrityReport> report) {}

    /**
     * What {@link #clean} has removed.
     *
     * @param files how many
     * @param bytes their size in all
     * @param used how many are in use and stay
     */
    public record Cleaned(int files, long bytes, int used) {}

    ExampleCache(Path folder, long limit, long heapLimit) {
        this.folder = folder;
        this.limit = limit;
        this.heapLimit = heapLimit;
    }

    /**
     * The cache of a project.
     *
     * @param home the project's folder; files are in {@code build/examples} of its {@link Workspace}
     * @param environment such as {@link System#getenv()}; {@code EXAMPLE_CACHE} is the limit in GB, which is 20 otherwise
     * @return the cache; its folder may not exist yet
     * @throws IllegalArgumentException if the limit is no number of at least 0
     */
    public static ExampleCache of(Path home, Map<String, String> environment) {
        return new ExampleCache(Workspace.examples(home, environment), limit(environment), ExampleStore.HEAP_LIMIT);
    }

    private static long limit(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        try {
            double gigabytes = value.isEmpty() ? DEFAULT_GIGABYTES : Double.parseDouble(value);
            if (gigabytes >= 0) {
                return (long) (gigabytes * GIGABYTE);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(VARIABLE + " must be a number of GB of at least 0, got " + value);
    }

    /**
     * Keeps the examples of this program from now on. Only who owns the process calls this: the command line and the
     * notebook kernel do, and a library must not.
     *
     * @param cache asked for whenever tracks are read
     */
    public static void useInThisProgram(Supplier<ExampleCache> cache) {
        CURRENT.set(() -> Optional.of(cache.get()).filter(used -> used.limit > 0));
    }

    /** The cache of this program; empty if there is none, or if it keeps nothing. */
    static Optional<ExampleCache> current() {
        return CURRENT.get().get();
    }

    /**
     * Where the files are.
     *
     * @return a folder that may not exist yet
     */
    public Path folder() {
        return folder;
    }

    /** A store whose file can be kept. */
    ExampleStore store(Preprocessing preprocessing) {
        long limit = preprocessing.costly() ? 0 : heapLimit;
        return new ExampleStore(preprocessing.shape().values(), limit, new Place(folder));
    }

    private record Place(Path folder) implements ExampleStore.Place {

        @Override
        public ExampleFile create(int columns) throws IOException {
            return ExampleFile.create(folder, columns);
        }
    }

    /**
     * What an earlier run has kept.
     *
     * @param note gets a line if there is a file, used or damaged
     */
    Optional<Kept> find(TracksKey key, Preprocessing preprocessing, Progress progress, Consumer<String> note) {
        Path path = path(key, preprocessing);
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try (UseMark mark = UseMark.of(path)) {
            ExampleFile file = ExampleFile.open(path, preprocessing.shape().values(), progress);
            mark.whileReachable(file);
            Kept kept = ExampleIndex.parse(file.index())
                    .kept(new ExampleStore(preprocessing.shape().values(), file), key.tracks());
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
            note.accept("examples kept by an earlier run: " + path + ", " + size(Files.size(path)));
            return Optional.of(kept);
        } catch (IOException e) {
            note.accept(path + ": " + Reasons.of(e) + "; it is made anew");
            return Optional.empty();
        }
    }

    private Path path(TracksKey key, Preprocessing preprocessing) {
        return folder.resolve(key.with(preprocessing) + KEPT);
    }

    /**
     * Keeps examples if they are in a file, unless a track was skipped only for lack of memory.
     *
     * @param note gets a line if they are, or cannot be written
     */
    void keep(TracksKey key, Preprocessing preprocessing, Kept kept, Consumer<String> note) {
        Optional<ExampleFile> file = kept.examples().values().file();
        if (file.isEmpty() || lacksMemory(kept)) {
            return;
        }
        Path path = path(key, preprocessing);
        try (UseMark mark = UseMark.of(path)) {
            file.get().finish(ExampleIndex.of(kept).toJson());
            file.get().moveTo(path);
            mark.whileReachable(file.get());
            note.accept("examples kept for later runs: " + path + ", " + size(Files.size(path)));
        } catch (IOException e) {
            note.accept(path + ": cannot be kept for later runs: " + Reasons.of(e));
        }
    }

    private static boolean lacksMemory(Kept kept) {
        Stream<String> broken = kept.report().stream()
                .flatMap(report -> report.findings().stream())
                .map(Finding::detail);
        Stream<String> skipped = kept.examples().skipped().values().stream().map(reason -> reason.reason());
        return Stream.concat(broken, skipped).anyMatch(FileWork::isLackOfMemory);
    }

    /** Removes the name of a file that was not kept. */
    static void releasePart(ExampleStore store) throws IOException {
        Optional<ExampleFile> file = store.file();
        if (file.isPresent() && isPart(file.get().path())) {
            file.get().removeName();
        }
    }

    private static boolean isPart(Path path) {
        return path.getFileName().toString().startsWith(ExampleFile.PART);
    }

    /**
     * Removes what was not used for the longest time until all fits into the limit.
     *
     * @param note gets a line if that fails
     */
    void trim(Consumer<String> note) {
        try {
            CacheCleaning.of(folder).downTo(limit);
        } catch (IOException e) {
            note.accept(folder + ": old examples cannot be removed: " + Reasons.of(e));
        }
    }

    /**
     * Removes all files that are not in use.
     *
     * @return what was removed
     * @throws IOException if one cannot be removed
     */
    public Cleaned clean() throws IOException {
        return CacheCleaning.of(folder).downTo(0);
    }

    /**
     * A size in words.
     *
     * @param bytes at least 0
     * @return such as {@code 2.6 GB}, {@code 71 MB} or {@code 120 kB}
     */
    public static String size(long bytes) {
        if (bytes < MEGABYTE) {
            return String.format(Locale.ROOT, "%.0f kB", bytes / KILOBYTE);
        }
        return bytes >= GIGABYTE
                ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE)
                : String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
    }

    @Override
    public String toString() {
        return "ExampleCache[" + folder + ", at most " + size(limit) + "]";
    }
}
