package io.github.jukelab.input;

import java.util.random.RandomGenerator;

/**
 * Rolls the columns of an example to the left or right by a number drawn uniformly, the same in all rows and channels.
 * Columns that leave at one edge come back at the other, so that no value is lost.
 *
 * <p>Example: {@code TimeShift.of(0.25)}
 *
 * <p>Notebook: 08-augmentation
 *
 * @param share maximum shift as a share of the columns, rounded down; in (0, 0.5], since a longer shift equals a
 *     shorter one in the other direction
 */
public record TimeShift(double share) implements Augmentation {

    private static final double HALF = 0.5;

    /**
     * Checks the share.
     *
     * @param share in (0, 0.5]
     * @throws IllegalArgumentException if it is not
     */
    public TimeShift {
        if (!(share > 0 && share <= HALF)) {
            throw new IllegalArgumentException("share must be in (0, 0.5], got " + share);
        }
    }

    /**
     * A shift by up to a share of the columns.
     *
     * @param share in (0, 0.5]
     * @return the augmentation
     * @throws IllegalArgumentException if the share is out of range
     */
    public static TimeShift of(double share) {
        return new TimeShift(share);
    }

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        int max = (int) (share * shape.width());
        int start = Math.floorMod(random.nextInt(-max, max + 1), shape.width());
        float[] before = new float[shape.width()];
        for (int row = 0; row < values.length; row += shape.width()) {
            System.arraycopy(values, row, before, 0, before.length);
            System.arraycopy(before, 0, values, row + start, before.length - start);
            System.arraycopy(before, before.length - start, values, row, start);
        }
    }
}
