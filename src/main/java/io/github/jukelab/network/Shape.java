package io.github.jukelab.network;

/**
 * The shape of one example's tensor.
 *
 * @param channels pictures one behind the other, at least 1; a spectrogram has one
 * @param height rows, at least 1; a spectrogram's bins
 * @param width columns, at least 1; a spectrogram's frames
 */
public record Shape(int channels, int height, int width) {

    /**
     * Checks the sizes.
     *
     * @param channels at least 1
     * @param height at least 1
     * @param width at least 1
     * @throws IllegalArgumentException if one is less than 1
     */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "shape must be at least 1 x 1 x 1, got " + channels + " x " + height + " x " + width);
        }
    }

    /**
     * The number of values of one example.
     *
     * @return channels times height times width
     */
    public int values() {
        return channels * height * width;
    }

    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}
