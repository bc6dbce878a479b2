package io.github.jukelab.signal;

/**
 * Some bins of the spectra of a sound's frames. Frame {@code t} holds the {@code nFft} samples around sample
 * {@code t hop}, without a window, with zeros beyond the ends of the sound; phases are those at {@code (nFft + 1) / 2}
 * samples from its start.
 */
interface BandSpectra {

    /** How many frames are worked on at a time. */
    int block();

    /** Turns to the {@code count} frames from {@code first} on, at most a block. */
    void load(int first, int count);

    /** A bin of the loaded frames, to be asked for once; overwritten by the next call. */
    ComplexRow bin(int bin);
}
