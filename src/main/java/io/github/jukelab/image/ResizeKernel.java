package io.github.jukelab.image;

import java.util.function.DoubleUnaryOperator;

/**
 * The weights that resize a line of pixels: each new pixel is a weighted mean of old ones near its centre. The centres
 * of the old pixels are at 0.5, 1.5 and so on; weights beyond the ends of the line are dropped. Immutable.
 */
final class ResizeKernel {

    private final int[] first;
    private final double[][] weights;

    private ResizeKernel(int[] first, double[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /**
     * The weights of a kernel, normalised to a sum of 1.
     *
     * @param length of the old line
     * @param middles centres of the new pixels, on the old line
     * @param radius how far the kernel reaches, at least 1
     * @param kernel the weight at a distance, which is a share of the radius from 0 to 1
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

    /** Resizes the rows of a matrix, which is stored row by row. */
    double[] rows(double[] values, int width) {
        double[] result = new double[Math.multiplyExact(first.length, width)];
        for (int row = 0; row < first.length; row++) {
            for (int k = 0; k < weights[row].length; k++) {
                int from = (first[row] + k) * width;
                for (int x = 0; x < width; x++) {
                    result[row * width + x] += weights[row][k] * values[from + x];
                }
            }
        }
        return result;
    }

    /** Resizes the columns of a matrix, which is stored row by row. */
    double[] columns(double[] values, int width) {
        int height = values.length / width;
        double[] result = new double[Math.multiplyExact(height, first.length)];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < first.length; column++) {
                result[row * first.length + column] = mean(values, row * width + first[column], weights[column]);
            }
        }
        return result;
    }

    private static double mean(double[] values, int from, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[from + k];
        }
        return sum;
    }
}
