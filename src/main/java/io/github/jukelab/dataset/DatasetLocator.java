package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where recordings are: in the folder that the environment names, else in the user's copy, else in a synthetic data set. */
public final class DatasetLocator {

    private static final long SYNTHETIC_SEED = 2026;

    private final Path home;
    private final Map<String, String> environment;

    /**
     * The recordings of a project.
     *
     * @param home the project's folder, which contains the folder {@code data}
     * @param environment such as {@link System#getenv()}
     */
    public DatasetLocator(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /**
     * Opens the first data set that is there: the folder that the environment names, else the user's copy in the folder
     * {@code data}, else the synthetic data set, which is rendered if it was not before.
     *
     * @param kind what is wanted
     * @param progress told about the rendering
     * @return the data set
     * @throws IOException if the named folder has no tracks, or the synthetic data set cannot be written
     */
    public Dataset open(DefaultDataset kind, Progress progress) throws IOException {
        Optional<Path> recordings = recordings(kind);
        return recordings.isPresent()
                ? Datasets.open(recordings.get(), kind)
                : Datasets.synthetic(home.resolve("data"), kind, SYNTHETIC_SEED, progress);
    }

    /**
     * Other people's recordings that {@link #open} would take.
     *
     * @param kind what is wanted
     * @return the folder; empty if the synthetic data set would be taken
     * @throws IOException if a folder cannot be listed
     */
    public Optional<Path> recordings(DefaultDataset kind) throws IOException {
        Optional<Path> folder = folder(kind);
        return folder.isPresent() && Datasets.hasTablesOnly(folder.get()) ? Optional.empty() : folder;
    }

    /**
     * The user's copy, which may be tables without recordings.
     *
     * @param kind what is wanted
     * @return the folder that the environment names, whether it is there or not; else the one in {@code data}, if it is
     */
    public Optional<Path> folder(DefaultDataset kind) {
        String named = environment.getOrDefault(kind.variable(), "").strip();
        Path folder = named.isEmpty() ? home.resolve("data").resolve(kind.folder()) : Path.of(named);
        return Optional.of(folder).filter(path -> !named.isEmpty() || Files.isDirectory(path));
    }
}
