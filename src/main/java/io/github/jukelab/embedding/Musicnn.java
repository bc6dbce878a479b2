package io.github.jukelab.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The network musicnn. Five convolutions find what is in a short time (over 40 % and 70 % of the bands) and what happens
 * in time (over 2, 1 and 0.5 s of a band); three more go over time, two of them with their input added; all maps are
 * pooled over time; two dense layers give embedding and tags. Immutable.
 */
final class Musicnn {

    /** Frames and bands of a patch. */
    static final int FRAMES = 187;

    static final int BANDS = 96;

    private static final int FRONT = 5;
    private static final int MIDDLE = 3;

    private final BatchNormalization input;
    private final List<Convolution> front = new ArrayList<>();
    private final List<Convolution> middle = new ArrayList<>();
    private final BatchNormalization pooled;
    private final Dense hidden;
    private final BatchNormalization last;
    private final Dense tags;

    /**
     * What it makes of a patch.
     *
     * @param embedding the values before the last layer
     * @param tags a probability per tag
     */
    record Output(float[] embedding, float[] tags) {}

    /**
     * The network of some weights.
     *
     * @throws IllegalArgumentException if weights are missing or do not fit together
     */
    Musicnn(Weights weights) {
        input = BatchNormalization.of(weights, normalization(0), 1);
        for (int i = 0; i < FRONT + MIDDLE; i++) {
            (i < FRONT ? front : middle).add(Convolution.of(weights, convolution(i), normalization(i + 1)));
        }
        int maps = maps(front) + maps(middle);
        pooled = BatchNormalization.of(weights, normalization(FRONT + MIDDLE + 1), 2 * maps);
        hidden = Dense.of(weights, "dense", 2 * maps);
        last = BatchNormalization.of(weights, normalization(FRONT + MIDDLE + 2), hidden.units());
        tags = Dense.of(weights, "dense_1", hidden.units());
        requireWidths();
    }

    private static int maps(List<Convolution> convolutions) {
        return convolutions.stream().mapToInt(Convolution::filters).sum();
    }

    /** The convolutions in the middle span all maps; where the input is added, they have as many. */
    private void requireWidths() {
        int width = maps(front);
        for (Convolution convolution : middle) {
            if (convolution.width() != width
                    || convolution.filters() != middle.get(0).filters()) {
                throw new IllegalArgumentException("the weights are not those of musicnn: a convolution over time has "
                        + convolution.width() + " maps for " + width);
            }
            width = convolution.filters();
        }
        if (front.stream().anyMatch(convolution -> convolution.width() > BANDS)) {
            throw new IllegalArgumentException(
                    "the weights are not those of musicnn: a convolution is wider than " + BANDS + " bands");
        }
    }

    /** The names of all weights that the network has. */
    static List<String> names() {
        Stream<String> convolutions = IntStream.range(0, FRONT + MIDDLE)
                .mapToObj(Musicnn::convolution)
                .flatMap(name -> Stream.of(name + "/kernel", name + "/bias"));
        Stream<String> normalizations = IntStream.rangeClosed(0, FRONT + MIDDLE + 2)
                .mapToObj(Musicnn::normalization)
                .flatMap(name -> Stream.of("gamma", "beta", "moving_mean", "moving_variance")
                        .map(part -> name + "/" + part));
        Stream<String> dense =
                Stream.of("dense", "dense_1").flatMap(name -> Stream.of(name + "/kernel", name + "/bias"));
        return Stream.of(convolutions, normalizations, dense)
                .flatMap(names -> names)
                .toList();
    }

    private static String convolution(int number) {
        return numbered("conv2d", number);
    }

    private static String normalization(int number) {
        return numbered("batch_normalization", number);
    }

    private static String numbered(String name, int number) {
        return number == 0 ? name : name + "_" + number;
    }

    int embeddingSize() {
        return hidden.units();
    }

    int tagCount() {
        return tags.units();
    }

    /** Computes a patch (frame, band) of 187 x 96 values. */
    Output run(float[] patch) {
        float[] normalised = patch.clone();
        input.apply(normalised);
        List<float[]> maps = new ArrayList<>();
        front.forEach(convolution -> maps.add(convolution.apply(normalised, BANDS)));
        float[] image = joined(maps);
        for (Convolution convolution : middle) {
            float[] next = convolution.apply(image, convolution.width());
            if (convolution != middle.get(0)) {
                add(image, next);
            }
            maps.add(next);
            image = next;
        }
        float[] pools = pools(joined(maps));
        pooled.apply(pools);
        float[] embedding = hidden.apply(pools);
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = Math.max(0, embedding[i]);
        }
        last.apply(embedding);
        return new Output(embedding, sigmoid(tags.apply(embedding)));
    }

    /** Images (frame, map) as one. */
    private static float[] joined(List<float[]> images) {
        int width = images.stream().mapToInt(image -> image.length / FRAMES).sum();
        float[] joined = new float[FRAMES * width];
        int first = 0;
        for (float[] image : images) {
            int own = image.length / FRAMES;
            for (int frame = 0; frame < FRAMES; frame++) {
                System.arraycopy(image, frame * own, joined, frame * width + first, own);
            }
            first += own;
        }
        return joined;
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** Of each map the maximum and the mean over time, side by side. */
    private static float[] pools(float[] image) {
        int maps = image.length / FRAMES;
        float[] pools = new float[2 * maps];
        for (int map = 0; map < maps; map++) {
            float maximum = Float.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = map; i < image.length; i += maps) {
                maximum = Math.max(maximum, image[i]);
                sum += image[i];
            }
            pools[2 * map] = maximum;
            pools[2 * map + 1] = (float) (sum / FRAMES);
        }
        return pools;
    }

    private static float[] sigmoid(float[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
        return result;
    }

    /**
     * A dense layer.
     *
     * @param kernel (input, unit)
     * @param bias one per unit
     */
    private record Dense(float[] kernel, float[] bias) {

        static Dense of(Weights weights, String name, int inputs) {
            float[] bias = weights.values(name + "/bias");
            return new Dense(weights.values(name + "/kernel", inputs, bias.length), bias);
        }

        int units() {
            return bias.length;
        }

        float[] apply(float[] input) {
            float[] sums = new float[units()];
            Blas.multiply(input, false, kernel, sums, 1, units(), input.length);
            add(bias, sums);
            return sums;
        }
    }
}
