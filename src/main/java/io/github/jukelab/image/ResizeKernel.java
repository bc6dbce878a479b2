package io.github.jukelab.image;

import java.util.function.DoubleUnaryOperator;

/**
 * How a line of points is made anew: each new point is a weighted mean of old ones near its middle. The old points'
 * middles lie at 0.5, 1.5 and so on; weights beyond the line's ends fall away. Immutable.
 */
final class ResizeKernel {

    private final int[] first;
    private final double[][] weights;

    private ResizeKernel(int[] first, double[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /**
     * Taps of a kernel.
     *
     * @param length of the old line
     * @param middles of the new points, on the old line
     * @param radius how far the kernel reaches, at least 1
     * @param kernel weight by distance, given as a share of the radius from 0 to 1
     */
    static ResizeKernel of(int length, double[] middles, double radius, DoubleUnaryOperator kernel) {
        int[] first = new int[middles.length];
        double[][] weights = new double[middles.length][];
        for (int i = 0; i < middles.length; i++) {
            first[i] = (int) Math.max(0, Math.ceil(middles[i] - radius - 0.5));
            int last = (int) Math.min(length - 1, Math.floor(middles[i] + radius - 0.5));
            weights[i] = new double[last - first[i] + 1];
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] = kernel.applyAsDouble(Math.abs(first[i] + k + 0.5 - middles[i]) / radius);
            }
            normalise(weights[i]);
        }
        return new ResizeKernel(first, weights);
    }

    private static void normalise(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
    }

    /** New rows from the old rows of a matrix, row by row. */
    double[] rows(double[] values, int width) {
        double[] made = new double[Math.multiplyExact(first.length, width)];
        for (int row = 0; row < first.length; row++) {
            for (int k = 0; k < weights[row].length; k++) {
                int from = (first[row] + k) * width;
                for (int x = 0; x < width; x++) {
                    made[row * width + x] += weights[row][k] * values[from + x];
                }
            }
        }
        return made;
    }

    /** New columns from the old columns of a matrix, row by row. */
    double[] columns(double[] values, int width) {
        int height = values.length / width;
        double[] made = new double[Math.multiplyExact(height, first.length)];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < first.length; column++) {
                made[row * first.length + column] = mean(values, row * width + first[column], weights[column]);
            }
        }
        return made;
    }

    private static double mean(double[] values, int from, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[from + k];
        }
        return sum;
    }
}
