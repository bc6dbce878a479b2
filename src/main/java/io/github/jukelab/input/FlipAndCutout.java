package io.github.jukelab.input;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Half of the examples are reversed in time. Half, drawn independently, lose 3 rows and 4 columns drawn at random, with
 * repetition. As in the article (004), columns are drawn from the first N only, where N is the number of rows, so that
 * the last of 129 frames is never lost.
 *
 * <p>Notebook: 08-augmentation
 */
public enum FlipAndCutout implements Augmentation {
    /** Lost values become −80, silence in decibels, even where values are powers, as in the article. */
    AS_PRINTED {
        @Override
        float fillValue(float[] values) {
            return -80;
        }
    },
    /** Lost values become the minimum of the example: silence in any unit. */
    TO_FLOOR {
        @Override
        float fillValue(float[] values) {
            float floor = values[0];
            for (float value : values) {
                floor = Math.min(floor, value);
            }
            return floor;
        }
    };

    private static final int ROWS = 3;
    private static final int COLUMNS = 4;

    abstract float fillValue(float[] values);

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        if (random.nextBoolean()) {
            flip(values, shape.width());
        }
        if (random.nextBoolean()) {
            cut(values, shape, fillValue(values), random);
        }
    }

    private static void flip(float[] values, int width) {
        for (int row = 0; row < values.length; row += width) {
            for (int left = row, right = row + width - 1; left < right; left++, right--) {
                float swapped = values[left];
                values[left] = values[right];
                values[right] = swapped;
            }
        }
    }

    private static void cut(float[] values, Shape shape, float fill, RandomGenerator random) {
        for (int i = 0; i < ROWS; i++) {
            cutRow(values, shape, random.nextInt(shape.height()), fill);
        }
        for (int i = 0; i < COLUMNS; i++) {
            cutColumn(values, shape, random.nextInt(Math.min(shape.height(), shape.width())), fill);
        }
    }

    private static void cutRow(float[] values, Shape shape, int row, float fill) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = (channel * shape.height() + row) * shape.width();
            Arrays.fill(values, from, from + shape.width(), fill);
        }
    }

    private static void cutColumn(float[] values, Shape shape, int column, float fill) {
        for (int i = column; i < values.length; i += shape.width()) {
            values[i] = fill;
        }
    }
}
