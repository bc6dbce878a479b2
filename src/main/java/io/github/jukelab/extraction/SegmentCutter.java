package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;

/**
 * How a track is cut as the published table of segments of three seconds was: with {@code P = round(seconds * rate)}, segment
 * k begins at sample {@code k P}, has {@code P - 1} samples (66149), and is there if the track goes on beyond sample
 * {@code (k + 1) P}. So a track of 661500 samples, 30 s to the sample, has nine.
 */
record Segments(int step) {

    static Segments of(double seconds, int rate) {
        return new Segments(Math.toIntExact(Math.round(seconds * rate)));
    }

    int count(Wave wave) {
        return (wave.length() - 1) / step;
    }

    Wave segment(Wave wave, int k) {
        return wave.slice(k * step, (k + 1) * step - 1);
    }
}
