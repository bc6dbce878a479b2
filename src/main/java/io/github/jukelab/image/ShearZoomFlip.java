package io.github.jukelab.image;

/**
 * A small change of a picture, as Keras' {@code ImageDataGenerator} makes it (keras_preprocessing 1.1, of 2020): zoom,
 * then shear, about the middle, then perhaps a mirror image. What comes in from outside repeats the edge.
 *
 * <p>Equal to Keras to 1e-5, its faults included: the middle is taken one point too far down and right; shear is in
 * degrees; a zoom of the rows is what Keras calls {@code zx}.
 *
 * @param shear angle in degrees by which the rows lean; 0.2 is next to nothing: the outermost points of 64 x 64
 *     move by 0.1 point
 * @param zoomRows old rows a new row: below 1 the picture grows in height, above 1 it shrinks
 * @param zoomColumns old columns a new column
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
     * The picture changed.
     *
     * @param values shape [channel][height][width], such as {@link Picture#toTensor} gives, of any unit; all channels
     *     are changed alike
     * @param height at least 1
     * @param width at least 1
     * @return new values of the same shape
     * @throws IllegalArgumentException if a side is less than 1 or the values are no whole number of channels
     */
    public float[] apply(float[] values, int height, int width) {
        Matrix.check(height, width);
        int plane = Math.multiplyExact(height, width);
        if (values.length % plane != 0) {
            throw new IllegalArgumentException("channels of " + width + " x " + height + " need a multiple of " + plane
                    + " values, got " + values.length);
        }
        float[] made = new float[values.length];
        for (int from = 0; from < values.length; from += plane) {
            affine(height, width).apply(values, from, height, width, made);
        }
        if (flip) {
            mirror(made, width);
        }
        return made;
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
