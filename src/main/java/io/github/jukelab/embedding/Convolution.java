package io.github.jukelab.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * A convolution over the frames and bands of an image, then rectified, normalised, and of each frame the largest value
 * over all places along the bands. Frames beyond the ends are zeros, bands beyond the ends are none; of an even number of
 * rows one more is after a frame than before it, as in TensorFlow.
 */
final class Convolution {

    /** Places that are multiplied at once, so that they stay in the processor's cache. */
    private static final int BLOCK = 1024;

    private final int height;
    private final int width;
    private final int filters;
    private final float[] kernel;
    private final float[] bias;
    private final BatchNormalization normalization;

    private Convolution(
            int height, int width, int filters, float[] kernel, float[] bias, BatchNormalization normalization) {
        this.height = height;
        this.width = width;
        this.filters = filters;
        this.kernel = kernel;
        this.bias = bias;
        this.normalization = normalization;
    }

    /**
     * A convolution with the weights that TensorFlow stored.
     *
     * @param name its kernel has (height, width, 1, filters)
     * @param normalization the name of what follows
     * @throws IllegalArgumentException if weights are missing or do not fit together
     */
    static Convolution of(Weights weights, String name, String normalization) {
        List<Integer> shape = weights.shape(name + "/kernel");
        if (shape.size() != 4 || shape.get(2) != 1) {
            throw new IllegalArgumentException(
                    "weights " + name + "/kernel must have the shape [height, width, 1, filters], got " + shape);
        }
        int filters = shape.get(3);
        return new Convolution(
                shape.get(0),
                shape.get(1),
                filters,
                weights.values(name + "/kernel"),
                weights.values(name + "/bias", filters),
                BatchNormalization.of(weights, normalization, filters));
    }

    int width() {
        return width;
    }

    int filters() {
        return filters;
    }

    /** An image (frame, band) with frames of so many bands, as one of (frame, filter). */
    float[] apply(float[] image, int bands) {
        int frames = image.length / bands;
        int places = bands - width + 1;
        float[] padded = new float[(frames + height - 1) * bands];
        System.arraycopy(image, 0, padded, (height - 1) / 2 * bands, image.length);
        int block = Math.min(frames, Math.max(1, BLOCK / places));
        float[] unfolded = new float[block * places * height * width];
        float[] products = new float[block * places * filters];
        float[] maxima = new float[frames * filters];
        for (int first = 0; first < frames; first += block) {
            int count = Math.min(block, frames - first);
            if (places == 1) {
                unfoldWhole(padded, first, count, unfolded);
            } else {
                unfold(padded, bands, first, count, unfolded);
            }
            Blas.multiply(unfolded, places > 1, kernel, products, count * places, filters, height * width);
            for (int frame = 0; frame < count; frame++) {
                maximum(products, frame * places, places, maxima, (first + frame) * filters);
            }
        }
        return maxima;
    }

    /** For each value of the kernel a row of what it is multiplied with, (frame, place). */
    private void unfold(float[] padded, int bands, int first, int count, float[] unfolded) {
        int places = bands - width + 1;
        int target = 0;
        for (int row = first; row < first + height; row++) {
            for (int column = 0; column < width; column++) {
                for (int frame = row; frame < row + count; frame++) {
                    System.arraycopy(padded, frame * bands + column, unfolded, target, places);
                    target += places;
                }
            }
        }
    }

    /** The same if there is one place only: for each frame a row, since all it is multiplied with stands side by side. */
    private void unfoldWhole(float[] padded, int first, int count, float[] unfolded) {
        for (int frame = 0; frame < count; frame++) {
            int size = height * width;
            System.arraycopy(padded, (first + frame) * width, unfolded, frame * size, size);
        }
    }

    private void maximum(float[] products, int first, int places, float[] maxima, int target) {
        Arrays.fill(maxima, target, target + filters, Float.NEGATIVE_INFINITY);
        for (int place = first; place < first + places; place++) {
            raise(products, place * filters, bias, normalization.scales(), normalization.shifts(), maxima, target);
        }
    }

    private static void raise(
            float[] products, int from, float[] bias, float[] scales, float[] shifts, float[] maxima, int to) {
        for (int i = 0; i < bias.length; i++) {
            float value = Math.max(0, products[from + i] + bias[i]) * scales[i] + shifts[i];
            maxima[to + i] = Math.max(maxima[to + i], value);
        }
    }
}
