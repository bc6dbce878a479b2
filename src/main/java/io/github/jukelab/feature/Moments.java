package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;

/**
 * The first moments of every frame's spectrum.
 *
 * @param sums of the values, shape [frame]
 * @param centroids mean frequency in Hz, shape [frame]; 0 for silent frames
 */
record Moments(double[] sums, double[] centroids) {

    static Moments of(Spectrogram spectrogram) {
        double[] frequencies = spectrogram.frequencies();
        double[] sums = new double[spectrogram.frames()];
        double[] weighted = new double[sums.length];
        double[] bin = new double[sums.length];
        for (int k = 0; k < frequencies.length; k++) {
            Energies.copyBin(spectrogram, k, bin);
            for (int t = 0; t < bin.length; t++) {
                sums[t] += bin[t];
                weighted[t] += frequencies[k] * bin[t];
            }
        }
        return new Moments(sums, quotients(weighted, sums));
    }

    /** The mean squared distance from the centroid, in squared Hz, shape [frame]. */
    double[] variances(Spectrogram spectrogram) {
        double[] frequencies = spectrogram.frequencies();
        double[] weighted = new double[sums.length];
        double[] bin = new double[sums.length];
        for (int k = 0; k < frequencies.length; k++) {
            Energies.copyBin(spectrogram, k, bin);
            for (int t = 0; t < bin.length; t++) {
                double distance = frequencies[k] - centroids[t];
                weighted[t] += distance * distance * bin[t];
            }
        }
        return quotients(weighted, sums);
    }

    private static double[] quotients(double[] dividends, double[] sums) {
        for (int t = 0; t < sums.length; t++) {
            dividends[t] = sums[t] < Float.MIN_NORMAL ? 0 : dividends[t] / sums[t];
        }
        return dividends;
    }

    @Override
    public String toString() {
        return "Moments[" + sums.length + " frames]";
    }
}
