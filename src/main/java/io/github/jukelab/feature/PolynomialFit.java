package io.github.jukelab.feature;

import java.util.Arrays;

/**
 * Least-squares fit of a polynomial to values at fixed positions. Its coefficients are weighted sums of the values; the
 * weights depend only on the positions.
 *
 * <p>The weights are computed from polynomials that are orthonormal over the positions, each from the previous one
 * times the position. This stays accurate where plain powers would not.
 */
final class PolynomialFit {

    private final double[] positions;
    private final double scale;
    /** Orthonormal polynomials at the positions, [degree][position]. */
    private final double[][] values;
    /** Their coefficients, [degree][power of position / scale]. */
    private final double[][] coefficients;

    private PolynomialFit(double[] positions, int degree) {
        this.positions = positions;
        this.scale = Arrays.stream(positions).map(Math::abs).max().orElseThrow();
        this.values = new double[degree + 1][positions.length];
        this.coefficients = new double[degree + 1][degree + 1];
    }

    /**
     * The weights of the values in each coefficient.
     *
     * @param positions more than {@code degree}, all different, at least one not 0
     * @param degree of the polynomial, 0 or more
     * @return shape [power][position]: the coefficient of {@code x^power} is the sum of {@code weights[power][i] y[i]}
     */
    static double[][] weights(double[] positions, int degree) {
        PolynomialFit fit = new PolynomialFit(positions, degree);
        double[][] weights = new double[degree + 1][positions.length];
        for (int d = 0; d <= degree; d++) {
            fit.start(d);
            fit.orthonormalise(d);
            for (int power = 0; power <= d; power++) {
                add(fit.coefficients[d][power] / Math.pow(fit.scale, power), fit.values[d], weights[power]);
            }
        }
        return weights;
    }

    /** Starts a polynomial: 1, or the previous one times the position. */
    private void start(int degree) {
        if (degree == 0) {
            Arrays.fill(values[0], 1);
            coefficients[0][0] = 1;
            return;
        }
        for (int i = 0; i < positions.length; i++) {
            values[degree][i] = values[degree - 1][i] * positions[i] / scale;
        }
        System.arraycopy(coefficients[degree - 1], 0, coefficients[degree], 1, degree);
    }

    /** Makes a polynomial orthogonal to the lower ones and scales it to norm 1 (Gram-Schmidt). */
    private void orthonormalise(int degree) {
        for (int lower = 0; lower < degree; lower++) {
            double projection = dot(values[degree], values[lower]);
            add(-projection, values[lower], values[degree]);
            add(-projection, coefficients[lower], coefficients[degree]);
        }
        double norm = Math.sqrt(dot(values[degree], values[degree]));
        divide(values[degree], norm);
        divide(coefficients[degree], norm);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    private static void divide(double[] values, double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
        }
    }
}
