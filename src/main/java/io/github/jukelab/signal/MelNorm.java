package io.github.jukelab.signal;

/** The height of the triangles of a {@link MelBank}; librosa's {@code norm} of {@code filters.mel}. */
public enum MelNorm {
    /** Each triangle has the area 1 over Hz, so that white noise has the same level in all bands; librosa's default. */
    SLANEY,
    /** Each triangle reaches 1. */
    NONE
}
