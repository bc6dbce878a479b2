package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import java.util.Arrays;
import java.util.Random;

/** One run of k-means: centres drawn by k-means++, then moved until no row changes its cluster (Lloyd's algorithm). */
final class Lloyd {

    private static final int MAX_ROUNDS = 300;

    private final double[][] rows;
    private final ColumnMatrix columns;
    private final double[][] centres;
    private final int[] nearest;
    private final double[] distances;

    private Lloyd(double[][] rows, ColumnMatrix columns, int k) {
        this.rows = rows;
        this.columns = columns;
        this.centres = new double[k][];
        this.nearest = new int[rows.length];
        this.distances = new double[rows.length];
    }

    static Lloyd run(double[][] rows, ColumnMatrix columns, int k, Random random) {
        Lloyd lloyd = new Lloyd(rows, columns, k);
        lloyd.draw(random);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Progress.checkInterrupted();
            lloyd.move();
            if (!lloyd.assign()) {
                break;
            }
        }
        return lloyd;
    }

    /**
     * Each centre is a row, drawn with a probability proportional to its squared distance from the nearest centre so
     * far.
     */
    private void draw(Random random) {
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        centres[0] = rows[random.nextInt(rows.length)];
        approach(0);
        for (int c = 1; c < centres.length; c++) {
            double sum = inertia();
            if (sum == 0) {
                throw new IllegalArgumentException(
                        "k must be at most the number of different feature vectors, " + c + ", got " + centres.length);
            }
            centres[c] = rows[at(random.nextDouble() * sum)];
            approach(c);
        }
    }

    /** The first row at which the cumulative distances exceed the sum. */
    private int at(double sum) {
        int row = 0;
        double before = distances[0];
        while (before <= sum && row < rows.length - 1) {
            row++;
            before += distances[row];
        }
        return row;
    }

    /** Assigns to a centre the rows that are nearer to it than to the earlier ones. */
    private void approach(int centre) {
        double[] near = columns.squaredDistances(centres[centre]);
        for (int i = 0; i < rows.length; i++) {
            if (near[i] < distances[i]) {
                distances[i] = near[i];
                nearest[i] = centre;
            }
        }
    }

    /** Assigns each row to the nearest centre, on a tie to the first; returns whether any assignment changed. */
    private boolean assign() {
        int[] before = nearest.clone();
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int c = 0; c < centres.length; c++) {
            approach(c);
        }
        return !Arrays.equals(before, nearest);
    }

    /**
     * Moves each centre to the mean of its rows; a centre without rows to the row that is farthest from its own centre.
     */
    private void move() {
        double[][] sums = new double[centres.length][rows[0].length];
        int[] counts = new int[centres.length];
        for (int i = 0; i < rows.length; i++) {
            counts[nearest[i]]++;
            for (int j = 0; j < rows[i].length; j++) {
                sums[nearest[i]][j] += rows[i][j];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            int count = counts[c];
            centres[c] = count == 0
                    ? farthest()
                    : Arrays.stream(sums[c]).map(sum -> sum / count).toArray();
        }
    }

    private double[] farthest() {
        int farthest = 0;
        for (int i = 1; i < rows.length; i++) {
            farthest = distances[i] > distances[farthest] ? i : farthest;
        }
        distances[farthest] = 0;
        return rows[farthest];
    }

    double[][] centres() {
        return centres;
    }

    /** The index of each row's centre. */
    int[] nearest() {
        return nearest;
    }

    /** The sum of squared distances of rows to their centres. */
    double inertia() {
        return Arrays.stream(distances).sum();
    }
}
