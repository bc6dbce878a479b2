package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.nio.file.Path;

/** What recordings are about: each kind has a data set of others, and a synthetic data set of ours. */
public enum DefaultDataset {
    /** Tracks of ten genres: GTZAN. */
    MUSIC("GTZAN", "gtzan") {
        @Override
        Dataset at(Path folder) throws DatasetException {
            return Gtzan.at(folder);
        }

        @Override
        Dataset standIn(Path data, long seed, Progress progress) throws DatasetException {
            return SyntheticMusic.generate(data.resolve("standin"), seed, progress);
        }
    },
    /** Calls of cats and dogs. */
    ANIMALS("CATS_DOGS", "cats_dogs") {
        @Override
        Dataset at(Path folder) throws DatasetException {
            return CatsDogs.at(folder);
        }

        @Override
        Dataset standIn(Path data, long seed, Progress progress) throws DatasetException {
            return SyntheticAnimals.generate(data.resolve("standin-animals"), seed, progress);
        }
    },
    /** Whole tracks, one folder per genre. */
    TRACKS("TRACKS", "tracks") {
        @Override
        Dataset at(Path folder) throws DatasetException {
            return AudioFolder.at(folder);
        }

        @Override
        Dataset standIn(Path data, long seed, Progress progress) throws DatasetException {
            return SyntheticTracks.generate(data.resolve("standin-tracks"), seed, progress);
        }
    };

    private final String variable;
    private final String folder;

    DefaultDataset(String variable, String folder) {
        this.variable = variable;
        this.folder = folder;
    }

    /** What the environment calls a folder of such recordings. */
    String variable() {
        return variable;
    }

    /** Where in {@code data} they are looked for. */
    String folder() {
        return folder;
    }

    /** The recordings of others in a folder. */
    abstract Dataset at(Path folder) throws DatasetException;

    /** Ours, below the folder {@code data}. */
    abstract Dataset standIn(Path data, long seed, Progress progress) throws DatasetException;
}
