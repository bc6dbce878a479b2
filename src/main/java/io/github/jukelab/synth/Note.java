package io.github.jukelab.synth;

/**
 * One tone of a synthetic song.
 *
 * @param start index of the first sample
 * @param length samples until its release
 * @param from pitch at the start, MIDI number
 * @param to pitch at the end; equal to {@code from} unless it slides
 * @param gain about 0 to 1
 * @param release seconds of fading out
 * @param vibrato rate in Hz; 0 for none
 * @param depth of the vibrato, share of the frequency
 * @param tremolo rate in Hz; 0 for none
 */
record Note(
        int start,
        int length,
        double from,
        double to,
        double gain,
        double release,
        double vibrato,
        double depth,
        double tremolo) {}
