package io.github.jukelab.input;

import java.util.random.RandomGenerator;

/**
 * Half of the examples run backwards in time; half, drawn apart, lose 3 lines and 4 columns drawn at random, with
 * repetition. A column is drawn among as many as there are lines, as in the article (004), so that the last of 129
 * frames is never lost.
 *
 * <p>Notebook: 08-augmentation
 */
public enum FlipAndCutout implements Augmentation {
    /** What is lost becomes −80, a silence in decibels, even where values are powers: the article's way. */
    AS_PRINTED {
        @Override
        float fill(float[] values) {
            return -80;
        }
    },
    /** What is lost becomes the example's lowest value: its own silence, whatever the unit. */
    TO_FLOOR {
        @Override
        float fill(float[] values) {
            float floor = values[0];
            for (float value : values) {
                floor = Math.min(floor, value);
            }
            return floor;
        }
    };

    private static final int LINES = 3;
    private static final int COLUMNS = 4;

    abstract float fill(float[] values);

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        if (random.nextBoolean()) {
            flip(values, shape.width());
        }
        if (random.nextBoolean()) {
            cut(values, shape, fill(values), random);
        }
    }

    private static void flip(float[] values, int width) {
        for (int row = 0; row < values.length; row += width) {
            for (int left = row, right = row + width - 1; left < right; left++, right--) {
                float kept = values[left];
                values[left] = values[right];
                values[right] = kept;
            }
        }
    }

    private static void cut(float[] values, Shape shape, float fill, RandomGenerator random) {
        for (int i = 0; i < LINES; i++) {
            cutLine(values, shape, random.nextInt(shape.height()), fill);
        }
        for (int i = 0; i < COLUMNS; i++) {
            cutColumn(values, shape, random.nextInt(Math.min(shape.height(), shape.width())), fill);
        }
    }

    private static void cutLine(float[] values, Shape shape, int line, float fill) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            int from = (channel * shape.height() + line) * shape.width();
            java.util.Arrays.fill(values, from, from + shape.width(), fill);
        }
    }

    private static void cutColumn(float[] values, Shape shape, int column, float fill) {
        for (int i = column; i < values.length; i += shape.width()) {
            values[i] = fill;
        }
    }
}
