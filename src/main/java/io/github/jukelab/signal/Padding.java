package io.github.jukelab.signal;

/** How a wave is continued beyond its ends for centred frames. */
public enum Padding {
    /** Zeros; librosa's default since 0.10. */
    CONSTANT,
    /**
     * The wave mirrored at its first and last sample, which are not repeated: {@code c b | a b c | b a}. The default of
     * older librosa, with which the published GTZAN feature table was made. Needs more samples than half a frame.
     */
    REFLECT,
    /** The wave mirrored with its first and last sample repeated: {@code b a | a b c | c b}. Needs half a frame. */
    SYMMETRIC,
    /** The first and the last sample repeated: {@code a a | a b c | c c}. */
    EDGE
}
