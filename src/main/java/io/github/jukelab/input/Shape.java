package io.github.jukelab.input;

/**
 * The shape of one example's tensor. A row of numbers, such as a track's features, is one channel of height 1.
 *
 * @param channels at least 1; a spectrogram has one, a coloured picture three
 * @param height rows, at least 1; a spectrogram's bins
 * @param width columns, at least 1; a spectrogram's frames, or the numbers of a row
 */
public record Shape(int channels, int height, int width) {

    /**
     * Checks the sizes.
     *
     * @param channels at least 1
     * @param height at least 1
     * @param width at least 1
     * @throws IllegalArgumentException if one is less than 1, or the number of values more than an int can have
     */
    public Shape {
        String given = channels + " x " + height + " x " + width;
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("shape must be at least 1 x 1 x 1, got " + given);
        }
        if (channels > Integer.MAX_VALUE / height / width) {
            throw new IllegalArgumentException("shape must have at most 2147483647 values, got " + given);
        }
    }

    /**
     * The shape of a row of numbers.
     *
     * @param values their number, at least 1
     * @return 1 x 1 x {@code values}
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Shape row(int values) {
        return new Shape(1, 1, values);
    }

    /**
     * The number of values of one example.
     *
     * @return channels times height times width
     */
    public int values() {
        return channels * height * width;
    }

    /** The three sizes, or the number of values of a row. */
    @Override
    public String toString() {
        return channels == 1 && height == 1 ? width + " values" : channels + " x " + height + " x " + width;
    }
}
