package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Detects which data set a folder holds. No other class decides this. */
public final class Datasets {

    private static final List<DatasetInfo> SYNTHETIC =
            List.of(SyntheticMusic.INFO, SyntheticAnimals.INFO, SyntheticTracks.INFO);

    private Datasets() {}

    /**
     * Opens the data set in a folder, as {@link #open(Path)} does.
     *
     * @param folder its path; if relative, from the current folder, in notebooks their own
     * @return the data set
     * @throws DatasetException if the folder has no sound files, or is missing: then the message says which folder was
     *     looked in
     * @throws java.nio.file.InvalidPathException if the text cannot be a path on this system
     */
    public static Dataset open(String folder) throws DatasetException {
        return open(Path.of(folder));
    }

    /**
     * Opens the data set in a folder. A synthetic data set is recognised by its {@code stand-in.txt}, cats and dogs by
     * their table. GTZAN is recognised in any format, by the names of its folders and files and either the name of the
     * folder above them, {@code genres_original} or {@code genres}, or the lengths of its sounds, so that own recordings
     * of jazz and rock stay own recordings. Any other folder is an {@link AudioFolder}. {@link FolderReport} says what
     * a folder was taken for.
     *
     * @param folder a data set
     * @return the data set
     * @throws DatasetException if the folder is missing or has no sound files
     */
    public static Dataset open(Path folder) throws DatasetException {
        TrackFinder.check(folder);
        Optional<DatasetInfo> synthetic = synthetic(folder);
        if (synthetic.isPresent()) {
            return TrackFinder.read(synthetic.get(), folder);
        }
        if (CatsDogs.isIn(folder)) {
            return CatsDogs.at(folder);
        }
        FolderScan scan = FolderScan.of(folder);
        Optional<Dataset> known = TrackFinder.recognise(Gtzan.INFO, folder, scan, Gtzan::soundsLike)
                .or(() -> TrackFinder.recognise(SyntheticMusic.INFO, folder, scan, recordings -> false));
        return known.isPresent() ? known.get() : AudioFolder.of(folder, scan);
    }

    /**
     * Opens a folder as a data set of a given kind.
     *
     * @param folder a copy of such a data set
     * @param kind the kind of data set
     * @return the data set
     * @throws DatasetException if the folder is missing or is not of that kind
     */
    public static Dataset open(Path folder, DefaultDataset kind) throws DatasetException {
        return switch (kind) {
            case MUSIC -> Gtzan.at(folder);
            case ANIMALS -> CatsDogs.at(folder);
            case TRACKS -> AudioFolder.at(folder);
        };
    }

    /** The synthetic data set of a kind, rendered into its folder in {@code data} if it is not complete there. */
    static Dataset synthetic(Path data, DefaultDataset kind, long seed, Progress progress) throws DatasetException {
        return switch (kind) {
            case MUSIC -> SyntheticMusic.generate(data.resolve("standin"), seed, progress);
            case ANIMALS -> SyntheticAnimals.generate(data.resolve("standin-animals"), seed, progress);
            case TRACKS -> SyntheticTracks.generate(data.resolve("standin-tracks"), seed, progress);
        };
    }

    private static Optional<DatasetInfo> synthetic(Path folder) throws DatasetException {
        Path note = folder.resolve(SyntheticSet.NOTE);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(note);
            return SYNTHETIC.stream()
                    .filter(info -> text.startsWith(info.id() + " set, "))
                    .findFirst();
        } catch (IOException e) {
            throw new DatasetException(note, "cannot be read: " + e.getMessage());
        }
    }

    /** Whether a folder has only csv files. */
    static boolean hasTablesOnly(Path folder) throws IOException {
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
