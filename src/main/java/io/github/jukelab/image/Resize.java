package io.github.jukelab.image;

import java.util.Arrays;

/**
 * Resizes matrices like TensorFlow 2. Pixel centres lie half a pixel from the edges, in both the old and the new size
 * ("half-pixel centres"); height and width may change by different factors.
 */
public final class Resize {

    private Resize() {}

    /**
     * Interpolates each new value linearly between the four old ones around it. If a matrix is downscaled to less than
     * half, some old values are ignored. Equal to {@code tf.image.resize(…, method="bilinear", antialias=False)}, and
     * so to Keras' layer {@code Resizing}, to 1e-6 of the largest value.
     *
     * @param values shape [height][width], row by row
     * @param height at least 1
     * @param width at least 1
     * @param toHeight at least 1
     * @param toWidth at least 1
     * @return shape [toHeight][toWidth]
     * @throws IllegalArgumentException if a width or height is less than 1, or the number of values is not
     *     {@code height * width}
     */
    public static float[] bilinear(float[] values, int height, int width, int toHeight, int toWidth) {
        Matrix.check(values.length, height, width, "values");
        Matrix.check(toHeight, toWidth);
        return resized(values, width, triangle(height, toHeight, 1), triangle(width, toWidth, 1));
    }

    /**
     * Upscales like {@link #bilinear}. Downscaled, each new value is a weighted mean of all old ones within one new
     * pixel of its centre, nearer ones with more weight, so that no value is lost. Equal to
     * {@code tf.image.resize(…, method="bilinear", antialias=True)} to 1e-6 of the largest value.
     *
     * @param values shape [height][width], row by row
     * @param height at least 1
     * @param width at least 1
     * @param toHeight at least 1
     * @param toWidth at least 1
     * @return shape [toHeight][toWidth]
     * @throws IllegalArgumentException if a width or height is less than 1, or the number of values is not
     *     {@code height * width}
     */
    public static float[] antialiased(float[] values, int height, int width, int toHeight, int toWidth) {
        Matrix.check(values.length, height, width, "values");
        Matrix.check(toHeight, toWidth);
        ResizeKernel rows = triangle(height, toHeight, Math.max(1, (double) height / toHeight));
        ResizeKernel columns = triangle(width, toWidth, Math.max(1, (double) width / toWidth));
        return resized(values, width, rows, columns);
    }

    /** Positions are rounded to float, as in TensorFlow. */
    private static ResizeKernel triangle(int from, int to, double radius) {
        float step = (float) from / to;
        double[] middles = new double[to];
        Arrays.setAll(middles, i -> (i + 0.5f) * step);
        return ResizeKernel.of(from, middles, radius, distance -> 1 - distance);
    }

    private static float[] resized(float[] values, int width, ResizeKernel rows, ResizeKernel columns) {
        double[] old = new double[values.length];
        Arrays.setAll(old, i -> values[i]);
        double[] result = columns.columns(rows.rows(old, width), width);
        float[] rounded = new float[result.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) result[i];
        }
        return rounded;
    }
}
