package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;

/**
 * The first two moments of each frame's spectrum as a distribution over frequency; 0 for silent frames.
 *
 * @param centroids mean frequency in Hz, shape [frame]
 * @param variances mean squared distance from the centroid in squared Hz, shape [frame]
 */
record Moments(double[] centroids, double[] variances) {

    static Moments of(Spectrogram spectrogram) {
        double[] frequencies = spectrogram.frequencies();
        double[] sums = new double[spectrogram.frames()];
        double[] firsts = new double[sums.length];
        double[] seconds = new double[sums.length];
        double[] bin = new double[sums.length];
        for (int k = 0; k < frequencies.length; k++) {
            Energies.copyBin(spectrogram, k, bin);
            add(bin, frequencies[k], sums, firsts, seconds);
        }
        divide(firsts, sums);
        divide(seconds, sums);
        return new Moments(firsts, variances(firsts, seconds));
    }

    private static void add(double[] bin, double frequency, double[] sums, double[] firsts, double[] seconds) {
        double square = frequency * frequency;
        for (int t = 0; t < bin.length; t++) {
            sums[t] += bin[t];
            firsts[t] += frequency * bin[t];
            seconds[t] += square * bin[t];
        }
    }

    private static void divide(double[] dividends, double[] sums) {
        for (int t = 0; t < sums.length; t++) {
            dividends[t] = sums[t] < Float.MIN_NORMAL ? 0 : dividends[t] / sums[t];
        }
    }

    /** Mean square minus squared mean; negative values by rounding become 0. */
    private static double[] variances(double[] means, double[] squares) {
        double[] variances = new double[means.length];
        for (int t = 0; t < means.length; t++) {
            variances[t] = Math.max(0, squares[t] - means[t] * means[t]);
        }
        return variances;
    }

    @Override
    public String toString() {
        return "Moments[" + centroids.length + " frames]";
    }
}
