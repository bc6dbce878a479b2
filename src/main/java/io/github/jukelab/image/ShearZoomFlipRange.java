package io.github.jukelab.image;

import java.util.random.RandomGenerator;

/**
 * The range of random changes of pictures.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * <p>Notebook: 08-augmentation
 *
 * @param shear largest angle in degrees, in either direction
 * @param zoom largest difference of a zoom from 1, in either direction; rows and columns are zoomed independently
 * @param flip whether a picture is flipped, with probability 0.5
 */
public record ShearZoomFlipRange(double shear, double zoom, boolean flip) {

    /** {@code ImageDataGenerator(shear_range=0.2, zoom_range=0.2, horizontal_flip=True)}, as in the article (000). */
    public static final ShearZoomFlipRange AS_PRINTED = new ShearZoomFlipRange(0.2, 0.2, true);

    /**
     * Checks the values.
     *
     * @param shear at least 0
     * @param zoom at least 0, below 1
     * @param flip whether a picture is flipped, with probability 0.5
     * @throws IllegalArgumentException if one is out of its range
     */
    public ShearZoomFlipRange {
        if (!(shear >= 0 && shear < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("shear must be 0 or more, got " + shear);
        }
        if (!(zoom >= 0 && zoom < 1)) {
            throw new IllegalArgumentException("zoom must be in [0, 1), got " + zoom);
        }
    }

    /**
     * Draws one change from uniform distributions: shear, zoom of the rows, zoom of the columns, flip.
     *
     * @param random source of the random numbers
     * @return the change
     */
    public ShearZoomFlip draw(RandomGenerator random) {
        return new ShearZoomFlip(
                between(-shear, shear, random),
                between(1 - zoom, 1 + zoom, random),
                between(1 - zoom, 1 + zoom, random),
                random.nextDouble() < 0.5 && flip);
    }

    private static double between(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }
}
