package io.github.jukelab.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The smoothed derivative of a feature over time. A polynomial is fitted by least squares in a window around each frame
 * and differentiated; its degree is the order of the derivative (Savitzky and Golay). With order 1 that is the slope of
 * the fitted line.
 *
 * <p>Frames closer to an end than half a window have the value of the first or last whole window. A constant feature
 * gives 0, one that rises by 1 per frame gives 1. Equal to {@code librosa.feature.delta} (with {@code mode}
 * {@code interp}) to float rounding.
 *
 * <p>Example: {@code Mfcc.of(mel, 13)}, {@code Delta.of(Mfcc.of(mel, 13))} and {@code Delta.of(Mfcc.of(mel, 13), 2, 9)}
 * are the 39 values per frame usual in speech recognition.
 *
 * @see <a href="https://doi.org/10.1021/ac60214a047">Savitzky and Golay (1964)</a>
 */
public final class Delta {

    private static final int DEFAULT_WIDTH = 9;

    private Delta() {}

    /**
     * The first derivative in windows of 9 frames.
     *
     * @param series at least 9 frames
     * @return one row per row of the series, in its unit per frame
     * @throws IllegalArgumentException if the series is shorter than the window
     */
    public static FrameSeries of(FrameSeries series) {
        return of(series, 1, DEFAULT_WIDTH);
    }

    /**
     * A derivative in windows of a given width.
     *
     * @param series at least {@code width} frames
     * @param order of the derivative, from 1 to {@code width - 1}; 2 is the acceleration
     * @param width of the window in frames, odd, at least 3
     * @return one row per row of the series, named {@code mfcc1 delta}, or {@code mfcc1 delta2} for order 2; in its
     *     unit per frame to the power of the order
     * @throws IllegalArgumentException if width or order is out of range, or the series is shorter than the window
     */
    public static FrameSeries of(FrameSeries series, int order, int width) {
        requireFit(series, order, width);
        double[] weights = weights(order, width);
        int frames = series.frames();
        float[] values = new float[series.rows().size() * frames];
        List<String> rows = new ArrayList<>();
        String suffix = " delta" + power(order);
        for (int row = 0; row < series.rows().size(); row++) {
            rows.add(series.rows().get(row) + suffix);
            derive(series.row(row), weights, values, row * frames);
        }
        String unit = series.unit().isEmpty() ? "" : series.unit() + "/frame" + power(order);
        return FrameSeries.owning(series.name() + suffix, unit, rows, values, series.secondsPerFrame());
    }

    private static void requireFit(FrameSeries series, int order, int width) {
        if (width < 3 || width % 2 == 0) {
            throw new IllegalArgumentException("delta width must be odd and at least 3, got " + width);
        }
        if (width > series.frames()) {
            throw new IllegalArgumentException(
                    "delta width " + width + " needs at least " + width + " frames, got " + series);
        }
        if (order < 1 || order >= width) {
            throw new IllegalArgumentException("delta order must be 1 to " + (width - 1) + ", got " + order);
        }
    }

    /** The derivative of {@code c x^order} is {@code order! c} throughout the window. */
    private static double[] weights(int order, int width) {
        double[] positions =
                IntStream.range(0, width).mapToDouble(i -> i - width / 2).toArray();
        double[] weights = PolynomialFit.weights(positions, order)[order];
        for (int factor = 2; factor <= order; factor++) {
            for (int i = 0; i < width; i++) {
                weights[i] *= factor;
            }
        }
        return weights;
    }

    private static void derive(float[] row, double[] weights, float[] values, int offset) {
        for (int t = 0; t < row.length; t++) {
            int start = Math.max(0, Math.min(row.length - weights.length, t - weights.length / 2));
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * row[start + i];
            }
            values[offset + t] = (float) sum;
        }
    }

    private static String power(int order) {
        return order == 1 ? "" : Integer.toString(order);
    }
}
