package io.github.jukelab.image;

/**
 * A small change of a picture, like that of Keras' {@code ImageDataGenerator} (keras_preprocessing 1.1, of 2020): zoom,
 * then shear, about the centre, then an optional horizontal flip. Pixels from outside repeat the edge.
 *
 * <p>Equal to Keras to 1e-5, including its faults: the centre is one pixel too far down and right; shear is in degrees;
 * the zoom of the rows is what Keras calls {@code zx}.
 *
 * @param shear angle in degrees by which the rows lean; 0.2 has almost no effect: the outermost pixels of 64 x 64 move
 *     by 0.1 pixel
 * @param zoomRows old rows per new row: below 1 the content grows in height, above 1 it shrinks
 * @param zoomColumns old columns per new column
 * @param flip whether left and right are swapped
 */
public record ShearZoomFlip(double shear, double zoomRows, double zoomColumns, boolean flip) {

    /**
     * Checks the values.
     *
     * @param shear in degrees
     * @param zoomRows positive
     * @param zoomColumns positive
     * @param flip whether left and right are swapped
     * @throws IllegalArgumentException if the shear is not finite, or a zoom not finite and positive
     */
    public ShearZoomFlip {
        if (!Double.isFinite(shear)) {
            throw new IllegalArgumentException("shear must be finite, got " + shear);
        }
        if (!(zoomRows > 0 && zoomColumns > 0 && Double.isFinite(zoomRows + zoomColumns))) {
            throw new IllegalArgumentException(
                    "zooms must be finite and positive, got " + zoomRows + " and " + zoomColumns);
        }
    }

    /**
     * Applies the change to a picture.
     *
     * @param values shape [channel][height][width], such as that of {@link Picture#toTensor}, in any unit; all channels
     *     are changed in the same way
     * @param height at least 1
     * @param width at least 1
     * @return new values of the same shape
     * @throws IllegalArgumentException if width or height is less than 1, or the number of values is not a multiple of
     *     {@code height * width}
     */
    public float[] apply(float[] values, int height, int width) {
        Matrix.check(height, width);
        int plane = Math.multiplyExact(height, width);
        if (values.length % plane != 0) {
            throw new IllegalArgumentException("channels of " + width + " x " + height + " need a multiple of " + plane
                    + " values, got " + values.length);
        }
        float[] result = new float[values.length];
        for (int from = 0; from < values.length; from += plane) {
            affine(height, width).apply(values, from, height, width, result);
        }
        if (flip) {
            mirror(result, width);
        }
        return result;
    }

    private Affine affine(int height, int width) {
        double angle = Math.toRadians(shear);
        return new Affine(zoomRows, -Math.sin(angle) * zoomColumns, 0, 0, Math.cos(angle) * zoomColumns, 0)
                .about(height / 2.0 + 0.5, width / 2.0 + 0.5);
    }

    private static void mirror(float[] values, int width) {
        for (int row = 0; row < values.length; row += width) {
            for (int left = row, right = row + width - 1; left < right; left++, right--) {
                float kept = values[left];
                values[left] = values[right];
                values[right] = kept;
            }
        }
    }
}
