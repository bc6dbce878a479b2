package io.github.jukelab.dataset;

/** What can be wrong with a file of a data set. */
public enum Fault {
    /** Cannot be decoded at all. */
    BROKEN,
    /** Decoded, but the decoder had to say something, such as a file cut short. */
    DAMAGED,
    /** Fewer samples than the data set's files have. */
    TOO_SHORT,
    /** Another sampling rate than the data set's. */
    WRONG_RATE,
    /** The same samples as another track that comes before it. */
    DUPLICATED,
    /** A file that is no track of the data set, such as {@code ._blues.00000.wav}. */
    STRAY,
    /** While importing: another file of that name is there already and was kept. */
    CONFLICT,
    /** A track that the data set has and this copy has not. */
    MISSING
}
