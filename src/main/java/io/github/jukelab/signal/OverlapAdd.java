package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * Rebuilds a wave from its frames. Every frame is weighted with the window again and added at its position; a sample is
 * the sum over the frames that cover it, divided by the sum of their squared windows. So frames of one wave give that
 * wave, and frames that do not agree give the best fit in mean square. Samples that no frame covers with a positive
 * weight are 0.
 */
final class OverlapAdd {

    private final int hop;
    private final double[] window;
    private final double[] sums;
    private final double[] weights;
    private final float[] samples;
    private int start;

    OverlapAdd(Stft stft, int samples) {
        this.hop = stft.hop();
        this.window = Window.hann(stft.nFft()).weights();
        this.sums = new double[window.length];
        this.weights = new double[window.length];
        this.samples = new float[samples];
        this.start = stft.framing().start(0);
    }

    /** Adds the next frame: the first {@code nFft} values. */
    void add(double[] values) {
        accumulate(sums, window, values);
        accumulate(weights, window, window);
        write(Math.min(hop, window.length));
        shift(sums);
        shift(weights);
        start += hop;
    }

    private static void accumulate(double[] sums, double[] window, double[] values) {
        for (int i = 0; i < window.length; i++) {
            sums[i] += window[i] * values[i];
        }
    }

    /** Writes samples that no later frame will change. */
    private void write(int count) {
        int to = Math.min(count, samples.length - start);
        for (int i = Math.max(0, -start); i < to; i++) {
            samples[start + i] = (float) (weights[i] > 0 ? sums[i] / weights[i] : 0);
        }
    }

    private void shift(double[] values) {
        int kept = Math.max(0, values.length - hop);
        System.arraycopy(values, values.length - kept, values, 0, kept);
        Arrays.fill(values, kept, values.length, 0);
    }

    /** The wave after the last frame. */
    float[] samples() {
        write(window.length);
        return samples;
    }
}
