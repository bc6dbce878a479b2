package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;

/**
 * Cuts a track into segments as for the published table of 3 s segments: with {@code P = round(seconds * rate)},
 * segment k begins at sample {@code k P} and has {@code P - 1} samples (66149). It exists if the track is longer than
 * {@code (k + 1) P} samples, so a track of 661500 samples, exactly 30 s, has nine segments.
 *
 * @param step {@code P}, samples from one segment to the next
 */
record SegmentCutter(int step) {

    static SegmentCutter of(double seconds, int rate) {
        return new SegmentCutter(Math.toIntExact(Math.round(seconds * rate)));
    }

    int count(Wave wave) {
        return (wave.length() - 1) / step;
    }

    Wave segment(Wave wave, int k) {
        return wave.slice(k * step, (k + 1) * step - 1);
    }
}
