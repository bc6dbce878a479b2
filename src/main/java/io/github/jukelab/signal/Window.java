package io.github.jukelab.signal;

import io.github.jukelab.Require;
import java.util.Arrays;
import java.util.Locale;

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
     * A periodic window of any shape.
     *
     * @param shape such as {@link WindowShape#HAMMING}
     * @param length at least 1; a window of one weight is 1
     * @return the window
     * @throws IllegalArgumentException if the length is not positive
     */
    public static Window of(WindowShape shape, int length) {
        double[] weights = new double[positive(length)];
        Arrays.setAll(weights, i -> length == 1 ? 1 : shape.weight(i, length));
        return new Window("periodic " + shape.name().toLowerCase(Locale.ROOT), weights);
    }

    /**
     * The periodic Hann window, as used by librosa.
     *
     * @param length at least 1; a window of one weight is 1
     * @return the window
     * @throws IllegalArgumentException if the length is not positive
     */
    public static Window hann(int length) {
        return of(WindowShape.HANN, length);
    }

    /**
     * The symmetric Hann window.
     *
     * @param length at least 1; a window of one weight is 1
     * @return the window
     * @throws IllegalArgumentException if the length is not positive
     */
    public static Window symmetricHann(int length) {
        double[] weights = new double[positive(length)];
        Arrays.setAll(weights, i -> length == 1 ? 1 : WindowShape.HANN.weight(i, length - 1));
        return new Window("symmetric hann", weights);
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

    private static int positive(int length) {
        Require.atLeast("window length", 1, length);
        return length;
    }

    /**
     * The same window in the middle of a longer frame, as librosa's {@code win_length}.
     *
     * @param length of the frame, at least that of this window
     * @return this window between zeros, the odd one at the end
     * @throws IllegalArgumentException if the frame is shorter than this window
     */
    public Window paddedTo(int length) {
        Require.atLeast("frame length", weights.length, length);
        double[] padded = new double[length];
        System.arraycopy(weights, 0, padded, (length - weights.length) / 2, weights.length);
        return new Window(name + " of " + weights.length, padded);
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
     * @return a copy, at most 1, shape [length]
     */
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public String toString() {
        return "Window[" + name + ", " + weights.length + " samples]";
    }
}
