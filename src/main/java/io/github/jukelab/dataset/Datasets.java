package io.github.jukelab.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a folder of recordings is: a data set that is known, or one folder per class. */
public final class Datasets {

    /** Reads one kind of folder. */
    @FunctionalInterface
    private interface Kind {
        Dataset at(Path folder) throws DatasetException;
    }

    private static final List<Kind> KNOWN = List.of(Gtzan::at, SyntheticMusic::at, Datasets::catsDogs);

    private Datasets() {}

    /**
     * The recordings in a folder.
     *
     * @param folder a copy of GTZAN or of the cats and dogs, a synthetic data set, or one folder per class
     * @return the data set
     * @throws DatasetException if the folder is missing or holds no sound files in folders
     */
    public static Dataset open(Path folder) throws DatasetException {
        for (Kind kind : KNOWN) {
            try {
                return kind.at(folder);
            } catch (DatasetException e) {
                continue; // not of this kind
            }
        }
        return AudioFolder.at(folder);
    }

    /** With the table beside it that no other set has; else cats of one's own would lose the birds beside them. */
    private static Dataset catsDogs(Path folder) throws DatasetException {
        if (!Files.exists(folder.resolve("train_test_split.csv"))) {
            throw new DatasetException(folder, "has no train_test_split.csv");
        }
        return CatsDogs.at(folder);
    }
}
