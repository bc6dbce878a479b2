package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * Rebuilds a wave from its spectra, some frames at a time. Every frame is transformed back, weighted with the window
 * again and added at its position; a sample is the sum over the frames that cover it, divided by the sum of their
 * squared windows. So frames of one wave give that wave, and frames that do not agree give the best fit in mean square.
 * Samples that no frame covers with a positive weight are 0.
 *
 * <p>Samples lie in rows of one place in the hop each, so that a sample of all frames is contiguous, and frames that
 * overlap are rows added with a shift.
 */
final class OverlapAdd {

    /** Receives the samples of the wave in order. */
    interface Sink {
        /**
         * Receives the next samples.
         *
         * @param samples overwritten afterwards
         * @param from index of the first one
         * @param count their number, at least 1
         * @param position of the first one in the wave
         */
        void accept(float[] samples, int from, int count, int position);
    }

    /** Frames at once: few enough that their spectra stay in the cache. */
    static final int LANES = 64;

    /** Places whose rows are read together, so that whole cache lines are written. */
    private static final int TILE = 16;

    private final int hop;
    private final int start;
    private final int frames;
    private final int samples;
    private final double[] window;
    /** The window, divided by what the transform makes too large. */
    private final float[] scaled;
    /** How many hops a frame reaches into. */
    private final int overlap;
    /** The sum of the squared windows over each place in a hop that all its frames cover. */
    private final float[] weights;

    private final InverseFft fft;
    /** [place in the hop][hop from {@link #first} on]. */
    private final float[][] sums;

    private final float[] ready;
    private final Sink sink;
    private int first;
    private int written;

    /**
     * For a wave of some samples, from spectra of {@code frames} frames, up to {@code lanes} at once, under a window of
     * their length.
     */
    OverlapAdd(Stft stft, double[] window, int frames, int samples, int lanes, Sink sink) {
        this.window = window;
        // How far away a second frame would be is of no use to a single one.
        this.hop = frames == 1 ? Math.min(stft.hop(), window.length) : stft.hop();
        this.start = stft.framing().start(0);
        this.frames = frames;
        this.samples = samples;
        this.scaled = new float[window.length];
        this.overlap = 1 + (window.length - 1) / hop;
        this.weights = new float[Math.min(hop, window.length)];
        for (int i = 0; i < window.length; i++) {
            scaled[i] = (float) (window[i] / (window.length / 2.0));
        }
        for (int place = 0; place < weights.length; place++) {
            weights[place] = weight(place, 0, overlap);
        }
        this.fft = InverseFft.of(stft.nFft(), lanes);
        this.sums = new float[weights.length][lanes + overlap - 1];
        this.ready = new float[(lanes + overlap - 1) * hop];
        this.sink = sink;
    }

    /** The transform whose spectra are to be filled with those of the next frames. */
    InverseFft fft() {
        return fft;
    }

    /** Adds the next frames, as many as {@link #fft} was filled with, and passes on what is complete. */
    void add(int count) {
        fft.transform(count);
        // From the end of the frames on: so a sample's earliest frame is added first, however many come at once.
        for (int i = scaled.length - 1; i >= 0; i--) {
            accumulate(sums[i % hop], i / hop, fft.samples(i), scaled[i], count);
        }
        boolean last = first + count == frames;
        write(last ? count + overlap - 1 : count);
        for (float[] sum : sums) {
            System.arraycopy(sum, count, sum, 0, overlap - 1);
            Arrays.fill(sum, overlap - 1, sum.length, 0);
        }
        first += count;
        if (last) {
            writeSilence();
        }
    }

    private static void accumulate(float[] sums, int shift, float[] row, float weight, int count) {
        for (int t = 0; t < count; t++) {
            sums[shift + t] += weight * row[t];
        }
    }

    /** Passes on the samples of some hops that no later frame will change, cut to the wave. */
    private void write(int hops) {
        for (int tile = 0; tile < sums.length; tile += TILE) {
            for (int t = 0; t < hops; t++) {
                int index = first + t;
                boolean inside = index >= overlap - 1 && index < frames;
                for (int place = tile; place < Math.min(tile + TILE, sums.length); place++) {
                    float weight = inside ? weights[place] : weightAt(place, index);
                    ready[t * hop + place] = weight > 0 ? sums[place][t] / weight : 0;
                }
            }
        }
        int from = start + first * hop;
        pass(Math.max(0, -from), Math.min(hops * hop, samples - from));
    }

    /** The sum of the squared windows of the frames that cover a place in the hop {@code index}. */
    private float weightAt(int place, int index) {
        return weight(place, Math.max(0, index - frames + 1), Math.min(overlap, index + 1));
    }

    private float weight(int place, int from, int to) {
        double sum = 0;
        for (int i = from * hop + place; i < Math.min(window.length, to * hop); i += hop) {
            sum += window[i] * window[i];
        }
        return (float) sum;
    }

    private void pass(int from, int to) {
        if (to > from) {
            sink.accept(ready, from, to - from, written);
            written += to - from;
        }
    }

    /** The samples after the last frame. */
    private void writeSilence() {
        Arrays.fill(ready, 0);
        while (written < samples) {
            pass(0, Math.min(ready.length, samples - written));
        }
    }
}
