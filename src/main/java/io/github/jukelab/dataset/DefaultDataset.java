package io.github.jukelab.dataset;

/** The data sets that are opened where none is named: one of other people's for each kind of sound, else one of ours. */
public enum DefaultDataset {
    /** Tracks of ten genres: GTZAN, else synthetic music. */
    MUSIC("GTZAN", "gtzan"),
    /** Calls of cats and dogs, else synthetic animals. */
    ANIMALS("CATS_DOGS", "cats_dogs"),
    /** Whole tracks, one folder per genre, else synthetic tracks. */
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

    /** The folder in {@code data} where they are expected. */
    String folder() {
        return folder;
    }
}
