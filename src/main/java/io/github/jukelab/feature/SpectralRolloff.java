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
    /** Frames at once: few enough that their sums stay in the cache. */
    private static final int LANES = 64;

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
        double[] frequencies = spectrogram.frequencies();
        double[] rolloffs = new double[spectrogram.frames()];
        float[][] sums = new float[spectrogram.bins()][Math.min(LANES, rolloffs.length)];
        for (int t = 0; t < rolloffs.length; t++) {
            int lane = t % LANES;
            if (lane == 0) {
                accumulate(spectrogram, t, sums);
            }
            rolloffs[t] = frequencies[firstReaching(sums, lane, (float) share * sums[sums.length - 1][lane])];
        }
        return Energies.series("spectral rolloff", "Hz", rolloffs, spectrogram);
    }

    /** The sums of all bins up to each one, in some frames from {@code first} on. */
    private static void accumulate(Spectrogram spectrogram, int first, float[][] sums) {
        int count = Math.min(LANES, spectrogram.frames() - first);
        for (int bin = 0; bin < sums.length; bin++) {
            for (int t = 0; t < count; t++) {
                sums[bin][t] = spectrogram.value(bin, first + t);
            }
            if (bin > 0) {
                add(sums[bin - 1], sums[bin], count);
            }
        }
    }

    private static void add(float[] below, float[] sums, int count) {
        for (int t = 0; t < count; t++) {
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
