package io.github.jukelab.input;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Masks bands of frequency and spans of time, so that the network does not depend on any single one. The width of each
 * mask is drawn from 0 to the maximum, then its position; both are the same in all channels. Masks may overlap. Masked
 * values become the mean of the example before masking, which is 0 for the normalised examples of the paper. Its time
 * warping is omitted, since it helped least.
 *
 * <p>Example: {@code SpecAugment.NONE.withFrequencyMasks(2, 16).withTimeMasks(2, 24)}
 *
 * <p>Notebook: 08-augmentation
 *
 * @see <a href="https://doi.org/10.21437/Interspeech.2019-2680">Park et al., SpecAugment (2019)</a>
 *
 * @param bands number of frequency masks, at least 0
 * @param rows maximum width of a frequency mask, at least 0; may be more than an example has
 * @param spans number of time masks, at least 0
 * @param columns maximum width of a time mask, at least 0; may be more than an example has
 */
public record SpecAugment(int bands, int rows, int spans, int columns) implements Augmentation {

    /** Masks nothing. */
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
        requireNonNegative("bands", bands);
        requireNonNegative("rows", rows);
        requireNonNegative("spans", spans);
        requireNonNegative("columns", columns);
    }

    private static void requireNonNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + value);
        }
    }

    /**
     * The same with other frequency masks.
     *
     * @param bands their number, at least 0
     * @param rows maximum width, at least 0
     * @return a copy
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment withFrequencyMasks(int bands, int rows) {
        return new SpecAugment(bands, rows, spans, columns);
    }

    /**
     * The same with other time masks.
     *
     * @param spans their number, at least 0
     * @param columns maximum width, at least 0
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
            maskRows(values, shape, random.nextInt(shape.height() - height + 1), height, mean);
        }
        for (int i = 0; i < spans; i++) {
            int width = random.nextInt(Math.min(columns, shape.width()) + 1);
            maskColumns(values, shape, random.nextInt(shape.width() - width + 1), width, mean);
        }
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (float) (sum / values.length);
    }

    private static void maskRows(float[] values, Shape shape, int first, int height, float mean) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = (channel * shape.height() + first) * shape.width();
            Arrays.fill(values, from, from + height * shape.width(), mean);
        }
    }

    private static void maskColumns(float[] values, Shape shape, int first, int width, float mean) {
        for (int row = 0; row < values.length; row += shape.width()) {
            Arrays.fill(values, row + first, row + first + width, mean);
        }
    }
}
