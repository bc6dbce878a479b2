package io.github.jukelab.signal;

import io.github.jukelab.Require;
import java.util.Arrays;

/**
 * The weights that fade a frame in and out before it is transformed. Immutable.
 *
 * <p>The Hann window is a raised cosine: {@code 0.5 - 0.5 cos(2 pi i / m)}. It has two forms: periodic
 * ({@code m = length}, only the first weight is 0), for spectra of overlapping frames, and symmetric
 * ({@code m = length - 1}, both ends are 0), as {@code numpy.hanning}. Equal to scipy's to 1e-15.
 */
public final class Window {

    private final String name;
    private final double[] weights;

    private Window(String name, double[] weights) {
        this.name = name;
        this.weights = weights;
    }

    /**
     * The periodic Hann window, as used by librosa.
     *
     * @param length at least 1; a window of one weight is 1
     * @return the window
     * @throws IllegalArgumentException if the length is not positive
     */
    public static Window hann(int length) {
        return new Window("periodic hann", raisedCosine(length, length));
    }

    /**
     * The symmetric Hann window.
     *
     * @param length at least 1; a window of one weight is 1
     * @return the window
     * @throws IllegalArgumentException if the length is not positive
     */
    public static Window symmetricHann(int length) {
        return new Window("symmetric hann", raisedCosine(length, length - 1));
    }

    /**
     * The periodic Tukey window: flat, with half a raised cosine at each end.
     *
     * @param length at least 1
     * @param alpha the share of both tapered ends together, from 0 to 1; 1 is the Hann window
     * @return the window
     * @throws IllegalArgumentException if the length is not positive or alpha is out of range
     */
    public static Window tukey(int length, double alpha) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be from 0 to 1, got " + alpha);
        }
        double[] weights = new double[positive(length)];
        double end = alpha * length / 2;
        Arrays.setAll(weights, i -> {
            double distance = Math.min(i, length - i);
            return distance >= end ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * distance / end);
        });
        return new Window("periodic tukey", weights);
    }

    private static double[] raisedCosine(int length, int period) {
        double[] weights = new double[positive(length)];
        Arrays.setAll(weights, i -> length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / period));
        return weights;
    }

    private static int positive(int length) {
        Require.atLeast("window length", 1, length);
        return length;
    }

    /**
     * The number of weights.
     *
     * @return samples, at least 1
     */
    public int length() {
        return weights.length;
    }

    /**
     * The weights.
     *
     * @return a copy, from 0 to 1, shape [length]
     */
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public String toString() {
        return "Window[" + name + ", " + weights.length + " samples]";
    }
}
