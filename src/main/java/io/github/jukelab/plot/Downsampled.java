package io.github.jukelab.plot;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.function.DoubleUnaryOperator;

/**
 * A matrix downsampled to the pixels that show it: the mean of the values under each pixel, or the nearest value where
 * there are more pixels than values. Row 0 is the lowest.
 */
final class Downsampled {

    /** Read access to a matrix. */
    private interface Matrix {
        float at(int row, int column);
    }

    private final float[] values;
    private final int width;

    private Downsampled(float[] values, int width) {
        this.values = values;
        this.width = width;
    }

    static Downsampled of(FrameSeries series, int width, int height) {
        return of(series::value, series.rows().size(), series.frames(), width, height);
    }

    /** In decibels; values of another scale are converted relative to 1. */
    static Downsampled of(Spectrogram spectrogram, int width, int height) {
        Downsampled mean = of(spectrogram::value, spectrogram.bins(), spectrogram.frames(), width, height);
        if (spectrogram.scale() == Scale.DECIBEL) {
            return mean;
        }
        double factor = spectrogram.scale() == Scale.POWER ? 10 : 20;
        return mean.mapped(value -> factor * Math.log10(value));
    }

    private static Downsampled of(Matrix matrix, int rows, int columns, int width, int height) {
        float[] means = new float[width * height];
        for (int y = 0; y < height; y++) {
            int bottom = (int) ((long) y * rows / height);
            int top = Math.max(bottom + 1, (int) ((y + 1L) * rows / height));
            for (int x = 0; x < width; x++) {
                int from = (int) ((long) x * columns / width);
                int to = Math.max(from + 1, (int) ((x + 1L) * columns / width));
                means[y * width + x] = mean(matrix, bottom, top, from, to);
            }
        }
        return new Downsampled(means, width);
    }

    private static float mean(Matrix matrix, int bottom, int top, int from, int to) {
        double sum = 0;
        for (int row = bottom; row < top; row++) {
            for (int column = from; column < to; column++) {
                sum += matrix.at(row, column);
            }
        }
        return (float) (sum / ((top - bottom) * (to - from)));
    }

    Downsampled mapped(DoubleUnaryOperator change) {
        float[] changed = new float[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (float) change.applyAsDouble(values[i]);
        }
        return new Downsampled(changed, width);
    }

    int height() {
        return values.length / width;
    }

    float at(int row, int column) {
        return values[row * width + column];
    }

    /** The largest finite value; negative infinity if there is none. */
    double max() {
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            max = Float.isFinite(value) && value > max ? value : max;
        }
        return max;
    }

    /** The smallest finite value; infinity if there is none. */
    double min() {
        return -mapped(value -> -value).max();
    }
}
