package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * The weights that fade a frame in and out before it is transformed. Immutable.
 *
 * <p>The Hann window is half a period of a raised cosine: {@code 0.5 - 0.5 cos(2 pi i / m)}. It comes in two forms:
 * periodic ({@code m = length}, first weight 0, the last one not), right for spectra of overlapping frames, and
 * symmetric ({@code m = length - 1}, both ends 0), as {@code numpy.hanning}. Equal to scipy's to 1e-15.
 */
public final class Window {

    private final String name;
    private final double[] weights;

    private Window(String name, double[] weights) {
        this.name = name;
        this.weights = weights;
    }

    /**
     * The periodic Hann window, as librosa uses.
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

    private static double[] raisedCosine(int length, int period) {
        if (length < 1) {
            throw new IllegalArgumentException("window length must be at least 1, got " + length);
        }
        double[] weights = new double[length];
        Arrays.setAll(weights, i -> length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / period));
        return weights;
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
