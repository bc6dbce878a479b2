package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds recordings: in the folder named by the environment, else in the user's copy, else in a synthetic data set.
 */
public final class DatasetLocator {

    private static final long SYNTHETIC_SEED = 2026;

    private final Path home;
    private final Map<String, String> environment;

    /**
     * A locator for a project.
     *
     * @param home the project's folder, which contains the folder {@code data}
     * @param environment such as {@link System#getenv()}
     */
    public DatasetLocator(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /**
     * Opens the first data set found: the folder named by the environment, else the user's copy in the folder {@code
     * data}, else the synthetic data set, which is rendered in the {@link Workspace} if needed.
     *
     * @param kind the kind of data set
     * @param progress called while rendering
     * @return the data set
     * @throws IOException if the named folder has no tracks, or the synthetic data set cannot be written
     */
    public Dataset open(DefaultDataset kind, Progress progress) throws IOException {
        Optional<Path> recordings = recordings(kind);
        return recordings.isPresent() ? Datasets.open(recordings.get(), kind) : synthetic(kind, progress);
    }

    /**
     * Opens the synthetic data set, whatever recordings there are; it is rendered in the {@link Workspace} if needed.
     *
     * @param kind the kind of data set
     * @param progress called while rendering
     * @return the data set
     * @throws IOException if it cannot be written
     */
    public Dataset synthetic(DefaultDataset kind, Progress progress) throws IOException {
        return Datasets.synthetic(Workspace.of(home, environment).resolve("data"), kind, SYNTHETIC_SEED, progress);
    }

    /**
     * The folder of real recordings that {@link #open} would use.
     *
     * @param kind the kind of data set
     * @return the folder; empty if the synthetic data set would be used
     * @throws IOException if a folder cannot be listed
     */
    public Optional<Path> recordings(DefaultDataset kind) throws IOException {
        Optional<Path> folder = folder(kind);
        return folder.isPresent() && Datasets.hasTablesOnly(folder.get()) ? Optional.empty() : folder;
    }

    /**
     * The folder of the user's copy, which may have only feature tables and no recordings.
     *
     * @param kind the kind of data set
     * @return the folder named by the environment, even if it does not exist; else the one in {@code data}, if it
     *     exists
     */
    public Optional<Path> folder(DefaultDataset kind) {
        String named = environment.getOrDefault(kind.variable(), "").strip();
        Path folder = named.isEmpty() ? home.resolve("data").resolve(kind.folder()) : Path.of(named);
        return Optional.of(folder).filter(path -> !named.isEmpty() || Files.isDirectory(path));
    }

    @Override
    public String toString() {
        return "DatasetLocator[" + home + "]";
    }
}
