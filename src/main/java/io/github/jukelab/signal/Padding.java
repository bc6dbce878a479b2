package io.github.jukelab.signal;

/** What lies beyond the ends of a wave when frames are centred on their time and the outer ones reach over. */
public enum Padding {
    /** Zeros; librosa's default since 0.10. */
    CONSTANT,
    /**
     * The wave mirrored at its first and last sample, which are not repeated: {@code c b | a b c | b a}. The default of
     * older librosa, with which the published GTZAN feature table was made. Needs more samples than half a frame.
     */
    REFLECT
}
