package io.github.jukelab.dataset;

import java.util.Locale;

/** What can be wrong with a file of a data set. */
public enum Fault {
    /** Cannot be decoded, or is too long for memory. */
    BROKEN,
    /** Decoded with a warning, such as a truncated file. */
    DAMAGED,
    /** Fewer samples than the data set declares. */
    TOO_SHORT,
    /** Not the sampling rate that the data set declares. */
    WRONG_RATE,
    /** The same samples as an earlier track. */
    DUPLICATED,
    /** A file that is not a track of the data set, such as {@code ._blues.00000.wav}. */
    STRAY,
    /** In an import: a different file of that name already exists and was not replaced. */
    CONFLICT,
    /** A declared track that is not in this copy. */
    MISSING;

    /**
     * Its name as people write it.
     *
     * @return such as {@code too short}
     */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
