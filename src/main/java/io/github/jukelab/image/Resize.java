package io.github.jukelab.image;

import java.util.Arrays;

/**
 * Matrices made larger or smaller, as TensorFlow 2 does. The middles of the outermost points keep their distance from
 * the edges, in points of the old or the new size ("half-pixel centres"); both sides may change apart.
 */
public final class Resize {

    private Resize() {}

    /**
     * Each new value is interpolated between the four old ones around it. When a matrix shrinks to less than half, most
     * old values are not looked at. Equal to {@code tf.image.resize(…, method="bilinear", antialias=False)}, and so to
     * Keras' layer {@code Resizing}, to 1e-6 of the largest value.
     *
     * @param values shape [height][width], row by row
     * @param height at least 1
     * @param width at least 1
     * @param toHeight at least 1
     * @param toWidth at least 1
     * @return shape [toHeight][toWidth]
     * @throws IllegalArgumentException if a side is less than 1, or there are more or fewer values than the sides need
     */
    public static float[] bilinear(float[] values, int height, int width, int toHeight, int toWidth) {
        Matrix.check(values.length, height, width, "values");
        Matrix.check(toHeight, toWidth);
        return resized(values, width, triangle(height, toHeight, 1), triangle(width, toWidth, 1));
    }

    /**
     * Where a matrix grows, the same as {@link #bilinear}. Where it shrinks, each new value is a mean of all old ones
     * less than a new point's side from its middle, the nearer the heavier, so that nothing is lost by chance. Equal to
     * {@code tf.image.resize(…, method="bilinear", antialias=True)} to 1e-6 of the largest value.
     *
     * @param values shape [height][width], row by row
     * @param height at least 1
     * @param width at least 1
     * @param toHeight at least 1
     * @param toWidth at least 1
     * @return shape [toHeight][toWidth]
     * @throws IllegalArgumentException if a side is less than 1, or there are more or fewer values than the sides need
     */
    public static float[] antialiased(float[] values, int height, int width, int toHeight, int toWidth) {
        Matrix.check(values.length, height, width, "values");
        Matrix.check(toHeight, toWidth);
        ResizeKernel rows = triangle(height, toHeight, Math.max(1, (double) height / toHeight));
        ResizeKernel columns = triangle(width, toWidth, Math.max(1, (double) width / toWidth));
        return resized(values, width, rows, columns);
    }

    /** Places are rounded to float, as TensorFlow does. */
    private static ResizeKernel triangle(int from, int to, double radius) {
        float step = (float) from / to;
        double[] middles = new double[to];
        Arrays.setAll(middles, i -> (i + 0.5f) * step);
        return ResizeKernel.of(from, middles, radius, distance -> 1 - distance);
    }

    private static float[] resized(float[] values, int width, ResizeKernel rows, ResizeKernel columns) {
        double[] old = new double[values.length];
        Arrays.setAll(old, i -> values[i]);
        double[] made = columns.columns(rows.rows(old, width), width);
        float[] rounded = new float[made.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) made[i];
        }
        return rounded;
    }
}
