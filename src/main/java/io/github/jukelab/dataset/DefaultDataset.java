package io.github.jukelab.dataset;

/** The data sets to open if none is named: for each kind of sound a published one, else a synthetic one. */
public enum DefaultDataset {
    /** Tracks of ten genres: GTZAN, else synthetic music. */
    MUSIC("GTZAN", "gtzan"),
    /** Calls of cats and dogs, else synthetic animals. */
    ANIMALS("CATS_DOGS", "cats_dogs"),
    /** Whole tracks in one folder per genre, else synthetic tracks. */
    TRACKS("TRACKS", "tracks");

    private final String variable;
    private final String folder;

    DefaultDataset(String variable, String folder) {
        this.variable = variable;
        this.folder = folder;
    }

    /**
     * The environment variable that names a folder of such recordings.
     *
     * @return such as {@code GTZAN}
     */
    public String variable() {
        return variable;
    }

    /** The name of the expected folder in {@code data}. */
    String folder() {
        return folder;
    }
}
