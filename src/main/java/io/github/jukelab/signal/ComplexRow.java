package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * One bin of a spectrum over some frames, or a sum of several. Only the first {@code count} frames of a row count, as a
 * method says.
 *
 * @param real shape [frame]
 * @param imaginary as long
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

    /** Turns the phase by an angle given by its cosine and sine. */
    void turn(double cos, double sin, int count) {
        double[] x = real;
        double[] y = imaginary;
        for (int t = 0; t < count; t++) {
            double re = x[t];
            double im = y[t];
            x[t] = cos * re - sin * im;
            y[t] = cos * im + sin * re;
        }
    }

    /** Puts the absolute values in the place of the real part. */
    void toMagnitudes(int count) {
        double[] x = real;
        double[] y = imaginary;
        for (int t = 0; t < count; t++) {
            x[t] = Math.sqrt(x[t] * x[t] + y[t] * y[t]);
        }
    }
}
