package io.github.jukelab.signal;

/**
 * Selected bins of the spectra of a wave's frames. Frame {@code t} holds the {@code nFft} samples around sample
 * {@code t hop}, without a window, with zeros beyond the ends of the wave. Phases refer to the point
 * {@code (nFft + 1) / 2} samples after the start of the frame.
 */
interface BandSpectra {

    /** The number of frames processed at a time. */
    int block();

    /** Loads {@code count} frames from {@code first} on, at most one block. */
    void load(int first, int count);

    /** One bin of the loaded frames; call once per bin. The row is overwritten by the next call. */
    ComplexRow bin(int bin);
}
