package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The coarse shape of each frame's spectrum: the coefficients of a polynomial in frequency, fitted to its values by
 * least squares. Order 0 is the mean, order 1 adds the tilt.
 *
 * <p>The highest power comes first, as in {@code numpy.polyfit}: with order 1 the slope per Hz, then the value at 0 Hz.
 * Silence gives zeros. Equal to {@code librosa.feature.poly_features} to 1e-6 of a coefficient's largest value, for
 * orders up to 8.
 */
public final class PolyFeatures {

    private PolyFeatures() {}

    /**
     * The coefficients of each frame.
     *
     * @param spectrogram magnitude, as in librosa, or any other scale
     * @param order of the polynomial, from 0 to {@code bins - 1}; 1 is usual
     * @return rows {@code polyN} to {@code poly0}; {@code polyK} in the spectrogram's unit per Hz to the power of K
     * @throws IllegalArgumentException if the order is out of range
     */
    public static FrameSeries of(Spectrogram spectrogram, int order) {
        if (order < 0 || order >= spectrogram.bins()) {
            throw new IllegalArgumentException(
                    "polynomial order must be 0 to " + (spectrogram.bins() - 1) + ", got " + order);
        }
        double[][] weights = PolynomialFit.weights(spectrogram.frequencies(), order);
        double[][] coefficients = new double[order + 1][spectrogram.frames()];
        double[] bin = new double[spectrogram.frames()];
        for (int k = 0; k < spectrogram.bins(); k++) {
            Energies.copyBin(spectrogram, k, bin);
            for (int power = 0; power <= order; power++) {
                Energies.add(weights[power][k], bin, coefficients[power]);
            }
        }
        return FrameSeries.owning(
                "poly features", "", rows(order), highestFirst(coefficients), spectrogram.secondsPerFrame());
    }

    private static List<String> rows(int order) {
        return IntStream.rangeClosed(0, order)
                .mapToObj(row -> "poly" + (order - row))
                .toList();
    }

    private static float[] highestFirst(double[][] coefficients) {
        int frames = coefficients[0].length;
        float[] values = new float[coefficients.length * frames];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) coefficients[coefficients.length - 1 - i / frames][i % frames];
        }
        return values;
    }
}
