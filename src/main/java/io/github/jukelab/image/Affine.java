package io.github.jukelab.image;

/**
 * An affine map from row r and column c of a new picture to a position in the old one: row {@code rowByRow r +
 * rowByColumn c + row}, column {@code columnByRow r + columnByColumn c + column}. Immutable.
 */
record Affine(
        double rowByRow, double rowByColumn, double row, double columnByRow, double columnByColumn, double column) {

    /** The same map, with the fixed point moved from the first row and column to the given ones. */
    Affine about(double fixedRow, double fixedColumn) {
        return new Affine(
                rowByRow,
                rowByColumn,
                row + fixedRow - rowByRow * fixedRow - rowByColumn * fixedColumn,
                columnByRow,
                columnByColumn,
                column + fixedColumn - columnByRow * fixedRow - columnByColumn * fixedColumn);
    }

    /**
     * Maps one plane: interpolates linearly between the four pixels around each position; positions outside get the
     * value of the nearest edge. Equal to {@code scipy.ndimage.affine_transform} with {@code order=1, mode="nearest"}.
     *
     * @param values planes, each row by row
     * @param from index of the plane's first value
     * @param result the mapped plane is written here, at the same index
     */
    void apply(float[] values, int from, int height, int width, float[] result) {
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                double y = Math.max(0, Math.min(height - 1, rowByRow * r + rowByColumn * c + row));
                double x = Math.max(0, Math.min(width - 1, columnByRow * r + columnByColumn * c + column));
                int above = from + (int) y * width;
                int below = from + Math.min((int) y + 1, height - 1) * width;
                double down = y - (int) y;
                result[from + r * width + c] = (float)
                        ((1 - down) * between(values, above, x, width) + down * between(values, below, x, width));
            }
        }
    }

    private static double between(float[] values, int row, double x, int width) {
        int left = (int) x;
        int right = Math.min(left + 1, width - 1);
        double share = x - left;
        return (1 - share) * values[row + left] + share * values[row + right];
    }
}
