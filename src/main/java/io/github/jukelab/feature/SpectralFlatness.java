package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;

/**
 * How noise-like each frame's spectrum is: the geometric mean of its powers divided by their arithmetic mean. Equal
 * powers, as in ideal noise, give 1; a pure tone gives nearly 0.
 *
 * <p>Powers below 1e-10 count as 1e-10, so silence gives 1. Equal to {@code librosa.feature.spectral_flatness} to 1e-4
 * relative.
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1974.1162572">Gray and Markel (1974)</a>
 */
public final class SpectralFlatness {

    private static final double SMALLEST_POWER = 1e-10;
    /** The product of four squares of floats, each at least 1e-10, neither overflows nor vanishes in a double. */
    private static final int FACTORS = 4;

    private SpectralFlatness() {}

    /**
     * The flatness of each frame.
     *
     * @param spectrogram magnitude (squared first) or power
     * @return one row without unit, from 0 to 1
     * @throws IllegalArgumentException if the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        Energies.require(spectrogram, "spectral flatness");
        int bins = spectrogram.bins();
        double[] sums = new double[spectrogram.frames()];
        double[] products = new double[sums.length];
        double[] logarithms = new double[sums.length];
        double[] powers = new double[sums.length];
        Arrays.fill(products, 1);
        for (int bin = 0; bin < bins; bin++) {
            Energies.copyPowers(spectrogram, bin, powers);
            clip(powers);
            add(powers, sums, products);
            // One logarithm for several powers, as it is far slower than a product.
            if (bin % FACTORS == FACTORS - 1 || bin == bins - 1) {
                addLogarithms(products, logarithms);
            }
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] = Math.exp(logarithms[t] / bins) / (sums[t] / bins);
        }
        return Energies.series("spectral flatness", "", sums, spectrogram);
    }

    private static void clip(double[] powers) {
        for (int t = 0; t < powers.length; t++) {
            powers[t] = Math.max(SMALLEST_POWER, powers[t]);
        }
    }

    private static void add(double[] powers, double[] sums, double[] products) {
        for (int t = 0; t < powers.length; t++) {
            sums[t] += powers[t];
            products[t] *= powers[t];
        }
    }

    private static void addLogarithms(double[] products, double[] logarithms) {
        for (int t = 0; t < products.length; t++) {
            logarithms[t] += Math.log(products[t]);
            products[t] = 1;
        }
    }
}
