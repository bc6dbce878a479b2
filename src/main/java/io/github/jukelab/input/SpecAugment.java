package io.github.jukelab.input;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Bands of frequency and spans of time are hidden, so that the network learns to do without any of them. The width of
 * each is drawn from 0 to the widest, then its place among all where it fits, in all channels alike; they may overlap.
 * What is hidden becomes the mean of the example's values as they were before. So it is in SpecAugment, whose examples
 * have a mean of 0; its time warping is left out, as it helped least.
 *
 * <p>Example: {@code SpecAugment.NONE.withFrequencyMasks(2, 16).withTimeMasks(2, 24)}
 *
 * <p>Notebook: 08-augmentation
 *
 * @see <a href="https://doi.org/10.21437/Interspeech.2019-2680">Park et al., SpecAugment (2019)</a>
 *
 * @param bands how many bands, at least 0
 * @param rows of the widest band, at least 0; of an example of fewer, all of its rows
 * @param spans how many spans, at least 0
 * @param columns of the widest span, at least 0; of an example of fewer, all of its columns
 */
public record SpecAugment(int bands, int rows, int spans, int columns) implements Augmentation {

    /** Hides nothing. */
    public static final SpecAugment NONE = new SpecAugment(0, 0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @param bands at least 0
     * @param rows at least 0
     * @param spans at least 0
     * @param columns at least 0
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment {
        requireNotNegative("bands", bands);
        requireNotNegative("rows", rows);
        requireNotNegative("spans", spans);
        requireNotNegative("columns", columns);
    }

    private static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + value);
        }
    }

    /**
     * The same with other bands of frequency.
     *
     * @param bands how many, at least 0
     * @param rows of the widest, at least 0
     * @return a copy
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment withFrequencyMasks(int bands, int rows) {
        return new SpecAugment(bands, rows, spans, columns);
    }

    /**
     * The same with other spans of time.
     *
     * @param spans how many, at least 0
     * @param columns of the widest, at least 0
     * @return a copy
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment withTimeMasks(int spans, int columns) {
        return new SpecAugment(bands, rows, spans, columns);
    }

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        float mean = mean(values);
        for (int i = 0; i < bands; i++) {
            int height = random.nextInt(Math.min(rows, shape.height()) + 1);
            hideRows(values, shape, random.nextInt(shape.height() - height + 1), height, mean);
        }
        for (int i = 0; i < spans; i++) {
            int width = random.nextInt(Math.min(columns, shape.width()) + 1);
            hideColumns(values, shape, random.nextInt(shape.width() - width + 1), width, mean);
        }
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (float) (sum / values.length);
    }

    private static void hideRows(float[] values, Shape shape, int first, int height, float mean) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = (channel * shape.height() + first) * shape.width();
            Arrays.fill(values, from, from + height * shape.width(), mean);
        }
    }

    private static void hideColumns(float[] values, Shape shape, int first, int width, float mean) {
        for (int row = 0; row < values.length; row += shape.width()) {
            Arrays.fill(values, row + first, row + first + width, mean);
        }
    }
}
