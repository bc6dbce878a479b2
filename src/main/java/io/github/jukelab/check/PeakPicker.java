package io.github.jukelab.check;

import java.util.Arrays;

/**
 * Finds the peaks of a spectrogram, frame by frame: values that are the largest within {@value #BINS_AROUND} bins and
 * {@value #FRAMES_AROUND} frames on each side. Such peaks outlast noise, filters and lossy codecs.
 */
final class PeakPicker {

    private static final int FRAMES_AROUND = 10;
    private static final int BINS_AROUND = 12;

    /** Below 50 Hz there is hum. */
    private static final int LOWEST_BIN = 3;

    /** Peaks that are 40 dB weaker than the loudest one around are lost first. */
    private static final float WEAKEST = 0.01f;

    /** A magnitude that the last bit of 16 does not reach. */
    private static final float SILENCE = 0.004f;

    private static final int WINDOW = 2 * BINS_AROUND + 1;
    private static final int RING = 2 * FRAMES_AROUND + 1;

    /** Receives the peaks, ordered by frame, then by bin. */
    interface Sink {
        void peak(int frame, int bin);
    }

    private final Sink sink;
    /** Magnitudes of the last frames, [frame modulo RING][bin]. */
    private final float[][] values;
    /** The largest magnitude within some bins on each side of each bin. */
    private final float[][] largest;
    /** The largest magnitude of each frame. */
    private final float[] loudest = new float[RING];

    private final float[] padded;
    private int added;

    PeakPicker(int bins, Sink sink) {
        this.sink = sink;
        this.values = new float[RING][bins];
        this.largest = new float[RING][bins];
        this.padded = new float[bins + 2 * BINS_AROUND];
    }

    /** Adds the magnitudes of the next frame, which are copied. */
    void add(float[] magnitudes) {
        int slot = added % RING;
        System.arraycopy(magnitudes, 0, values[slot], 0, magnitudes.length);
        findLargest(magnitudes, largest[slot]);
        loudest[slot] = 0;
        for (float magnitude : magnitudes) {
            loudest[slot] = Math.max(loudest[slot], magnitude);
        }
        added++;
        pick(added - 1 - FRAMES_AROUND);
    }

    /** The last frames have their peaks, too. To be called once, after the last frame. */
    void finish() {
        float[] silence = new float[values[0].length];
        for (int i = 0; i < FRAMES_AROUND; i++) {
            add(silence);
        }
    }

    /** The largest of all magnitudes within some bins on each side of each bin, by doubling the width. */
    private void findLargest(float[] magnitudes, float[] target) {
        Arrays.fill(padded, 0);
        System.arraycopy(magnitudes, 0, padded, BINS_AROUND, magnitudes.length);
        int width = 1;
        for (; 2 * width <= WINDOW; width *= 2) {
            for (int i = 0; i < padded.length - width; i++) {
                padded[i] = Math.max(padded[i], padded[i + width]);
            }
        }
        for (int bin = 0; bin < target.length; bin++) {
            target[bin] = Math.max(padded[bin], padded[bin + WINDOW - width]);
        }
    }

    private void pick(int frame) {
        if (frame < 0) {
            return;
        }
        float floor = SILENCE;
        for (float value : loudest) {
            floor = Math.max(floor, WEAKEST * value);
        }
        float[] row = values[frame % RING];
        for (int bin = LOWEST_BIN; bin < row.length; bin++) {
            if (row[bin] > floor && row[bin] == largest[frame % RING][bin] && isLargestInTime(frame, bin, row[bin])) {
                sink.peak(frame, bin);
            }
        }
    }

    /** Of equal values in a row, as of a steady tone, the first is the peak. */
    private boolean isLargestInTime(int frame, int bin, float value) {
        for (int t = 1; t <= FRAMES_AROUND; t++) {
            if (largest[(frame - t + RING) % RING][bin] >= value || largest[(frame + t) % RING][bin] > value) {
                return false;
            }
        }
        return true;
    }
}
