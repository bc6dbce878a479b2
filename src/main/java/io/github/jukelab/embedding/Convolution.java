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
    /** Negated where the normalisation's scale is negative. */
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
        float[] kernel = weights.values(name + "/kernel");
        BatchNormalization norm = BatchNormalization.of(weights, normalization, filters);
        negate(kernel, norm.scales());
        return new Convolution(
                shape.get(0), shape.get(1), filters, kernel, weights.values(name + "/bias", filters), norm);
    }

    /** A negative scale makes the largest value of the smallest; of a filter that is negated it is the largest, too. */
    private static void negate(float[] kernel, float[] scales) {
        for (int i = 0; i < kernel.length; i++) {
            if (scales[i % scales.length] < 0) {
                kernel[i] = -kernel[i];
            }
        }
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

    /** The largest products of a frame, then bias, rectifier and normalisation, which keep their order. */
    private void maximum(float[] products, int first, int places, float[] maxima, int target) {
        Arrays.fill(maxima, target, target + filters, Float.NEGATIVE_INFINITY);
        for (int place = first; place < first + places; place++) {
            raise(products, place * filters, maxima, target, filters);
        }
        float[] scales = normalization.scales();
        for (int i = 0; i < filters; i++) {
            float sum = scales[i] < 0 ? -maxima[target + i] : maxima[target + i];
            maxima[target + i] =
                    Math.max(0, sum + bias[i]) * scales[i] + normalization.shifts()[i];
        }
    }

    /** Not {@link Math#max}, which is slower because of values that are no numbers. */
    private static void raise(float[] values, int from, float[] maxima, int to, int count) {
        for (int i = 0; i < count; i++) {
            float value = values[from + i];
            maxima[to + i] = value > maxima[to + i] ? value : maxima[to + i];
        }
    }
}
