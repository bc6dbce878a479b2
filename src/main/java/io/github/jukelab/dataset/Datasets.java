package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which data set a folder is: the only place that decides. */
public final class Datasets {

    private static final List<DatasetInfo> SYNTHETIC =
            List.of(SyntheticMusic.INFO, SyntheticAnimals.INFO, SyntheticTracks.INFO);

    /** Reads one kind of folder. */
    @FunctionalInterface
    private interface Kind {
        Dataset at(Path folder) throws DatasetException;
    }

    private static final List<Kind> KNOWN = List.of(Gtzan::at, SyntheticMusic::at, Datasets::catsDogs);

    private Datasets() {}

    /**
     * The recordings in a folder, whatever they are: a synthetic data set is known by its note, GTZAN and synthetic music by
     * their labels' folders, the cats and dogs by their table; everything else is one folder per class.
     *
     * @param folder a data set
     * @return the data set
     * @throws DatasetException if the folder is missing or has no folders with sound files
     */
    public static Dataset open(Path folder) throws DatasetException {
        Optional<DatasetInfo> synthetic = synthetic(folder);
        if (synthetic.isPresent()) {
            return TrackFinder.read(synthetic.get(), folder);
        }
        for (Kind kind : KNOWN) {
            try {
                return kind.at(folder);
            } catch (DatasetException e) {
                continue; // not of this kind
            }
        }
        return AudioFolder.at(folder);
    }

    /**
     * The recordings in a folder that should be of some kind.
     *
     * @param folder a copy of the kind's data set
     * @param kind what the folder is used as
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

    /** The synthetic data set of a kind, rendered into its folder in {@code data} if it is not there yet. */
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

    /** Known by the table that no other data set has; else somebody's own cats would lose the birds beside them. */
    private static Dataset catsDogs(Path folder) throws DatasetException {
        if (!Files.exists(folder.resolve("train_test_split.csv"))) {
            throw new DatasetException(folder, "has no train_test_split.csv");
        }
        return CatsDogs.at(folder);
    }

    /** Whether a folder has feature tables and nothing else. */
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
