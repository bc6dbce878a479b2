package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where recordings are: in the folder that the environment names, else in the user's copy, else in a synthetic data set. */
public final class DatasetLocator {

    private static final long STAND_IN_SEED = 2026;

    private final Path home;
    private final Map<String, String> environment;

    /**
     * The recordings of a project.
     *
     * @param home the project's folder, in which {@code data} lies
     * @param environment such as {@link System#getenv()}
     */
    public DatasetLocator(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /**
     * Opens the first set of a shelf that is there: the folder that the environment names, else the user's copy in the
     * folder {@code data}, else the synthetic data set, which is rendered if it was not before.
     *
     * @param defaultDataset what is wanted
     * @param progress listens to the rendering
     * @return the tracks
     * @throws IOException if the named folder holds no tracks, or the synthetic data set cannot be written
     */
    public Dataset open(DefaultDataset defaultDataset, Progress progress) throws IOException {
        Optional<Path> folder = folder(defaultDataset);
        return folder.isPresent() && !tablesOnly(folder.get())
                ? defaultDataset.at(folder.get())
                : defaultDataset.standIn(home.resolve("data"), STAND_IN_SEED, progress);
    }

    /**
     * The user's copy, which may be tables without recordings.
     *
     * @param defaultDataset what is wanted
     * @return the folder that the environment names, whether it is there or not; else the one in {@code data}, if it is
     */
    public Optional<Path> folder(DefaultDataset defaultDataset) {
        String named = environment.getOrDefault(defaultDataset.variable(), "").strip();
        Path folder = named.isEmpty() ? home.resolve("data").resolve(defaultDataset.folder()) : Path.of(named);
        return Optional.of(folder).filter(place -> !named.isEmpty() || Files.isDirectory(place));
    }

    /** Whether a folder has feature tables and nothing else. */
    static boolean tablesOnly(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
            return !names.isEmpty() && names.stream().allMatch(name -> name.endsWith(".csv"));
        }
    }
}
