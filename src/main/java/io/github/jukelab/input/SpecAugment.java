package io.github.jukelab.input;

import io.github.jukelab.Require;
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
 * @param frequencyMasks number of frequency masks, at least 0
 * @param maxBands maximum width of a frequency mask, at least 0; may be more than an example has
 * @param timeMasks number of time masks, at least 0
 * @param maxFrames maximum width of a time mask, at least 0; may be more than an example has
 */
public record SpecAugment(int frequencyMasks, int maxBands, int timeMasks, int maxFrames) implements Augmentation {

    /** Masks nothing. */
    public static final SpecAugment NONE = new SpecAugment(0, 0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @param frequencyMasks at least 0
     * @param maxBands at least 0
     * @param timeMasks at least 0
     * @param maxFrames at least 0
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment {
        Require.atLeast("frequencyMasks", 0, frequencyMasks);
        Require.atLeast("maxBands", 0, maxBands);
        Require.atLeast("timeMasks", 0, timeMasks);
        Require.atLeast("maxFrames", 0, maxFrames);
    }

    /**
     * The same with other frequency masks.
     *
     * @param frequencyMasks their number, at least 0
     * @param maxBands maximum width, at least 0
     * @return a copy
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment withFrequencyMasks(int frequencyMasks, int maxBands) {
        return new SpecAugment(frequencyMasks, maxBands, timeMasks, maxFrames);
    }

    /**
     * The same with other time masks.
     *
     * @param timeMasks their number, at least 0
     * @param maxFrames maximum width, at least 0
     * @return a copy
     * @throws IllegalArgumentException if a number is negative
     */
    public SpecAugment withTimeMasks(int timeMasks, int maxFrames) {
        return new SpecAugment(frequencyMasks, maxBands, timeMasks, maxFrames);
    }

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        float mean = mean(values);
        for (int i = 0; i < frequencyMasks; i++) {
            int height = random.nextInt(Math.min(maxBands, shape.height()) + 1);
            maskRows(values, shape, random.nextInt(shape.height() - height + 1), height, mean);
        }
        for (int i = 0; i < timeMasks; i++) {
            int width = random.nextInt(Math.min(maxFrames, shape.width()) + 1);
            maskColumns(values, shape, random.nextInt(shape.width() - width + 1), width, mean);
        }
    }

    @Override
    public SpecAugment resized(Shape from, Shape to) {
        return withFrequencyMasks(frequencyMasks, scaled(maxBands, from.height(), to.height()))
                .withTimeMasks(timeMasks, scaled(maxFrames, from.width(), to.width()));
    }

    private static int scaled(int size, int from, int to) {
        return (int) Math.round((double) size * to / from);
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
