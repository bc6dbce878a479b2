package io.github.jukelab.input;

import java.util.random.RandomGenerator;

/**
 * The example begins elsewhere: its columns move by a number drawn evenly from so many to the left to so many to the
 * right, in all rows and channels alike. Columns pushed out at one edge come in at the other, so that nothing is lost
 * and nothing made up.
 *
 * <p>Example: {@code TimeShift.of(0.25)}
 *
 * <p>Notebook: 08-augmentation
 *
 * @param share of the columns by which the example moves at most, rounded down; in (0, 0.5], as further one way is less
 *     far the other way
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
     * The shift by up to a share of the columns.
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
        int most = (int) (share * shape.width());
        int start = Math.floorMod(random.nextInt(-most, most + 1), shape.width());
        float[] before = new float[shape.width()];
        for (int row = 0; row < values.length; row += shape.width()) {
            System.arraycopy(values, row, before, 0, before.length);
            System.arraycopy(before, 0, values, row + start, before.length - start);
            System.arraycopy(before, before.length - start, values, row, start);
        }
    }
}
