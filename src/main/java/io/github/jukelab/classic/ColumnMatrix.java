package io.github.jukelab.classic;

import java.util.Arrays;

/**
 * Rows stored column by column, so that one query is compared with all of them in loops over separate arrays, which the
 * compiler turns into vector instructions.
 */
record ColumnMatrix(double[][] columns, int rows) {

    static ColumnMatrix of(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return new ColumnMatrix(columns, rows.length);
    }

    /** A copy of the rows. */
    double[][] toRows() {
        double[][] copy = new double[rows][columns.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns.length; j++) {
                copy[i][j] = columns[j][i];
            }
        }
        return copy;
    }

    /** Refuses what was not made by {@link #of} from rows of that many finite values. */
    void require(int features) {
        Settings.require(rows > 0 && columns.length == features, "a matrix must have rows and a column per feature");
        for (double[] column : columns) {
            boolean finite = column.length == rows && Arrays.stream(column).allMatch(Double::isFinite);
            Settings.require(finite, "each column must have a finite value for each row");
        }
    }

    /** The squared Euclidean distance of a query to each row. */
    double[] squaredDistances(double[] query) {
        double[] distances = new double[rows];
        int j = 0;
        for (; j + 4 <= columns.length; j += 4) {
            addFourSquares(distances, j, query);
        }
        for (; j < columns.length; j++) {
            addSquares(distances, columns[j], query[j]);
        }
        return distances;
    }

    /** Four columns at a time, so that the sums are read and written once for all four. */
    private void addFourSquares(double[] sums, int first, double[] query) {
        double[] a = columns[first];
        double[] b = columns[first + 1];
        double[] c = columns[first + 2];
        double[] d = columns[first + 3];
        double w = query[first];
        double x = query[first + 1];
        double y = query[first + 2];
        double z = query[first + 3];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (w - a[i]) * (w - a[i])
                    + (x - b[i]) * (x - b[i])
                    + (y - c[i]) * (y - c[i])
                    + (z - d[i]) * (z - d[i]);
        }
    }

    private static void addSquares(double[] sums, double[] column, double value) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (value - column[i]) * (value - column[i]);
        }
    }

    /** The scalar product of a query with each row. */
    double[] products(double[] query) {
        double[] products = new double[rows];
        for (int j = 0; j < columns.length; j++) {
            addProducts(products, columns[j], query[j]);
        }
        return products;
    }

    private static void addProducts(double[] sums, double[] column, double value) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += value * column[i];
        }
    }
}
