package io.github.jukelab.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds the nearest training row by brute force. */
final class Neighbours {

    private final Map<String, Track> tracks;
    private final List<String> ids;
    private final Map<String, double[]> rows;

    /** [value][row]: the values of a column are adjacent in memory, so that the compiler can vectorise over rows. */
    private final double[][] columns;

    private Neighbours(Map<String, Track> tracks, List<String> ids, Map<String, double[]> rows) {
        this.tracks = tracks;
        this.ids = ids;
        this.rows = rows;
        this.columns = transposed(ids.stream().map(this::row).toArray(double[][]::new));
    }

    static Neighbours of(Dataset dataset, Split split, Map<String, double[]> rows) {
        return new Neighbours(split.tracks(dataset, Subset.TRAIN), split.train(), rows);
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = rows[i][k];
            }
        }
        return columns;
    }

    private double[] row(String id) {
        double[] row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException(
                    "there must be a row for every id of the training and test set, got none for " + id);
        }
        int length = rows.get(ids.get(0)).length;
        if (row.length != length || !Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "row of " + id + " must have " + length + " finite values, got " + Arrays.toString(row));
        }
        return row;
    }

    /** The neighbour nearest to the row of an id; of equally near ones the first. */
    Neighbour of(String id, Track track) {
        double[] squares = squaredDistances(row(id));
        int nearest = 0;
        for (int i = 1; i < squares.length; i++) {
            nearest = squares[i] < squares[nearest] ? i : nearest;
        }
        Track found = tracks.get(ids.get(nearest));
        boolean same = track.equals(found);
        boolean artist = same || track.artist().isPresent() && track.artist().equals(found.artist());
        return new Neighbour(ids.get(nearest), found, Math.sqrt(squares[nearest]), same, artist);
    }

    /** The squared distances to all training rows. */
    private double[] squaredDistances(double[] row) {
        double[] sums = new double[ids.size()];
        for (int k = 0; k < row.length; k++) {
            add(columns[k], row[k], sums);
        }
        return sums;
    }

    private static void add(double[] column, double value, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (column[i] - value) * (column[i] - value);
        }
    }
}
