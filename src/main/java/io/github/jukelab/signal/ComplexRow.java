package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * One bin of a spectrum over several frames, or a sum of such bins. Methods use only the first {@code count} frames.
 *
 * @param real shape [frame]
 * @param imaginary shape [frame]
 */
record ComplexRow(double[] real, double[] imaginary) {

    static ComplexRow of(int frames) {
        return new ComplexRow(new double[frames], new double[frames]);
    }

    void clear() {
        Arrays.fill(real, 0);
        Arrays.fill(imaginary, 0);
    }

    /** Adds another row with a weight. */
    void add(double weight, ComplexRow row, int count) {
        double[] sumReal = real;
        double[] sumImaginary = imaginary;
        double[] rowReal = row.real;
        double[] rowImaginary = row.imaginary;
        for (int t = 0; t < count; t++) {
            sumReal[t] += weight * rowReal[t];
            sumImaginary[t] += weight * rowImaginary[t];
        }
    }

    /** Rotates the phase by an angle given by its cosine and sine. */
    void rotate(double cos, double sin, int count) {
        double[] x = real;
        double[] y = imaginary;
        for (int t = 0; t < count; t++) {
            double re = x[t];
            double im = y[t];
            x[t] = cos * re - sin * im;
            y[t] = cos * im + sin * re;
        }
    }

    /** Replaces the real part by the absolute values. */
    void toMagnitudes(int count) {
        double[] x = real;
        double[] y = imaginary;
        for (int t = 0; t < count; t++) {
            x[t] = Math.sqrt(x[t] * x[t] + y[t] * y[t]);
        }
    }
}
