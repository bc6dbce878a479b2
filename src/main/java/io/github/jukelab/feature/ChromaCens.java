package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Window;

/**
 * Chroma energy normalised statistics (CENS): a chroma robust to loudness, timbre and small changes of tempo, for
 * comparing performances of the same music. Each pitch class's share of its frame is quantised: it gets 0.25 for each
 * of the limits 0.05, 0.1, 0.2 and 0.4 that it exceeds. These steps are averaged over 41 frames (about a second) under
 * a Hann window, with zeros beyond the ends, and each frame is divided by its L2 norm. Silence gives 0.
 *
 * <p>Equal to {@code librosa.feature.chroma_cens} to 1e-6, unless a share is so close to a limit that rounding decides:
 * then the 41 frames around it differ by a few hundredths at most. This never occurred in a million shares of tracks.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://www.audiolabs-erlangen.de/resources/MIR/chromatoolbox/">Müller and Ewert (2011)</a>
 */
public final class ChromaCens {

    private static final float[] LIMITS = {0.05f, 0.1f, 0.2f, 0.4f};
    private static final int SMOOTHED_FRAMES = 41;

    private ChromaCens() {}

    /**
     * The statistics of a wave's {@link ChromaCqt} with estimated tuning.
     *
     * @param wave of n samples, at 8411 Hz or more
     * @return rows C to B, {@code 1 + n / 512} frames, from 0 to 1
     * @throws IllegalArgumentException if the rate is too low for seven octaves
     */
    public static FrameSeries of(Wave wave) {
        return of(ChromaCqt.of(wave));
    }

    /**
     * The statistics of a chroma.
     *
     * @param chroma such as {@link ChromaCqt}; the scale of its frames does not matter
     * @return rows C to B, the same number of frames, from 0 to 1
     * @throws IllegalArgumentException if the rows are not the pitch classes
     */
    public static FrameSeries of(FrameSeries chroma) {
        PitchClasses.require(chroma, "chroma cens");
        double[] weights = weights();
        float[][] shares = PitchClasses.shares(chroma);
        float[][] smoothed = new float[shares.length][];
        for (int c = 0; c < shares.length; c++) {
            smoothed[c] = smoothed(steps(shares[c]), weights);
        }
        return FrameSeries.owning(
                "chroma cens", "", ChromaStft.PITCH_CLASSES, normalised(smoothed), chroma.secondsPerFrame());
    }

    /** The weights of a Hann window without the zeros at its ends, with sum 1. */
    private static double[] weights() {
        double[] window = Window.symmetricHann(SMOOTHED_FRAMES + 2).weights();
        double[] weights = new double[SMOOTHED_FRAMES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = window[i + 1] / ((SMOOTHED_FRAMES + 1) / 2.0);
        }
        return weights;
    }

    private static double[] steps(float[] shares) {
        double[] steps = new double[shares.length];
        for (int t = 0; t < shares.length; t++) {
            for (float limit : LIMITS) {
                steps[t] += shares[t] > limit ? 1.0 / LIMITS.length : 0;
            }
        }
        return steps;
    }

    private static float[] smoothed(double[] steps, double[] weights) {
        float[] smoothed = new float[steps.length];
        int reach = weights.length / 2;
        for (int t = 0; t < steps.length; t++) {
            double sum = 0;
            for (int i = Math.max(0, reach - t); i < Math.min(weights.length, steps.length + reach - t); i++) {
                sum += weights[i] * steps[t + i - reach];
            }
            smoothed[t] = (float) sum;
        }
        return smoothed;
    }

    private static float[] normalised(float[][] rows) {
        int frames = rows[0].length;
        float[] values = new float[rows.length * frames];
        for (int t = 0; t < frames; t++) {
            double squares = 0;
            for (float[] row : rows) {
                squares += (double) row[t] * row[t];
            }
            for (int c = 0; c < rows.length; c++) {
                values[c * frames + t] = (float) (rows[c][t] / PitchClasses.divisor(Math.sqrt(squares)));
            }
        }
        return values;
    }
}
