package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;

/**
 * The frequency below which most of a frame's spectrum lies: the first bin at which the magnitudes, summed from 0 Hz
 * up, reach a share of the whole. Speech and soft music roll off low, noise and cymbals high; a share of 0.01 follows
 * the lowest tone instead.
 *
 * <p>Sums run in float, as in {@code librosa.feature.spectral_rolloff}, whose bins are met exactly. Silent frames give
 * 0.
 */
public final class SpectralRolloff {

    private static final double USUAL_SHARE = 0.85;

    private SpectralRolloff() {}

    /**
     * The roll-off of each frame at 85 %.
     *
     * @param spectrogram magnitude, as librosa takes it, or power
     * @return one row in Hz, each value the frequency of a bin
     * @throws IllegalArgumentException if the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        return of(spectrogram, USUAL_SHARE);
    }

    /**
     * The roll-off of each frame.
     *
     * @param spectrogram magnitude, as librosa takes it, or power
     * @param share of the sum, in (0, 1)
     * @return one row in Hz, each value the frequency of a bin
     * @throws IllegalArgumentException if the share is out of range or the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram, double share) {
        Energies.require(spectrogram, "spectral rolloff");
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("rolloff share must be in (0, 1), got " + share);
        }
        float[] thresholds = sums(spectrogram);
        for (int t = 0; t < thresholds.length; t++) {
            thresholds[t] *= (float) share;
        }
        double[] frequencies = spectrogram.frequencies();
        int[] bins = binsBelow(thresholds, spectrogram);
        double[] rolloffs = new double[bins.length];
        for (int t = 0; t < bins.length; t++) {
            rolloffs[t] = frequencies[bins[t]];
        }
        return Energies.series("spectral rolloff", rolloffs, spectrogram);
    }

    private static float[] sums(Spectrogram spectrogram) {
        float[] sums = new float[spectrogram.frames()];
        for (int bin = 0; bin < spectrogram.bins(); bin++) {
            add(spectrogram, bin, sums);
        }
        return sums;
    }

    /** How many bins leave the running sum below the threshold; the next one reaches it. */
    private static int[] binsBelow(float[] thresholds, Spectrogram spectrogram) {
        float[] sums = new float[thresholds.length];
        int[] below = new int[thresholds.length];
        for (int bin = 0; bin < spectrogram.bins(); bin++) {
            add(spectrogram, bin, sums);
            for (int t = 0; t < below.length; t++) {
                below[t] += sums[t] < thresholds[t] ? 1 : 0;
            }
        }
        return below;
    }

    private static void add(Spectrogram spectrogram, int bin, float[] sums) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += spectrogram.value(bin, t);
        }
    }
}
