package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;

/**
 * The frequency below which most of a frame's spectrum lies: the first bin at which the magnitudes, summed from 0 Hz
 * up, reach a given share of the total. Speech and soft music have a low roll-off, noise and cymbals a high one; a
 * share of 0.01 follows the lowest tone instead.
 *
 * <p>Sums run in float, as in {@code librosa.feature.spectral_rolloff}, and give exactly the same bins. Silent frames
 * give 0.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class SpectralRolloff {

    private static final double DEFAULT_SHARE = 0.85;

    private SpectralRolloff() {}

    /**
     * The roll-off of each frame at 85 %.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @return one row in Hz, each value the frequency of a bin
     * @throws IllegalArgumentException if the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        return of(spectrogram, DEFAULT_SHARE);
    }

    /**
     * The roll-off of each frame.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @param share of the sum, in (0, 1)
     * @return one row in Hz, each value the frequency of a bin
     * @throws IllegalArgumentException if the share is out of range or the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram, double share) {
        Energies.require(spectrogram, "spectral rolloff");
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("rolloff share must be in (0, 1), got " + share);
        }
        float[][] sums = cumulative(spectrogram);
        double[] frequencies = spectrogram.frequencies();
        double[] rolloffs = new double[spectrogram.frames()];
        for (int t = 0; t < rolloffs.length; t++) {
            rolloffs[t] = frequencies[firstReaching(sums, t, (float) share * sums[sums.length - 1][t])];
        }
        return Energies.series("spectral rolloff", "Hz", rolloffs, spectrogram);
    }

    /** The sum of all bins up to each one, shape [bin][frame]. */
    private static float[][] cumulative(Spectrogram spectrogram) {
        float[][] sums = new float[spectrogram.bins()][];
        sums[0] = spectrogram.bin(0);
        for (int bin = 1; bin < sums.length; bin++) {
            sums[bin] = spectrogram.bin(bin);
            add(sums[bin - 1], sums[bin]);
        }
        return sums;
    }

    private static void add(float[] below, float[] sums) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += below[t];
        }
    }

    /** The first bin whose sum reaches the threshold, by binary search: sums never fall from bin to bin. */
    private static int firstReaching(float[][] sums, int frame, float threshold) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sums[middle][frame] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
