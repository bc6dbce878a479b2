package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The support vector machine of two labels: weights w of the training vectors, one label's in [0, c], the other's in
 * [−d, 0], summing to 0, that minimise ½ Σ w w' kernel − Σ |w|.
 *
 * <p>Sequential minimal optimisation: each step raises one weight and lowers another by the same amount. The first is
 * the one with the largest gradient, the second gains most together with it (Fan, Chen and Lin 2005). The gradient here
 * is the negative derivative by each weight; at the optimum no weight that can be raised has a larger one than a weight
 * that can be lowered. If most weights stay at a bound, only the others, the active set, are solved until they have
 * converged.
 */
final class SmoSolver {

    /** LIBSVM's and scikit-learn's. */
    private static final double TOLERANCE = 1e-3;

    private static final double MIN_CURVATURE = 1e-12;
    private static final int ROUND = 1000;
    private static final int MAX_ROUNDS = 10_000;
    private static final long CACHE_BYTES = 100L << 20;

    private final KernelFunction kernel;
    private final double[][] rows;
    private final ColumnMatrix columns;
    private final double[] lowest;
    private final double[] highest;
    private final double[] weights;
    private final double[] gradient;
    private final double[] self;
    private final double[][] cache;
    private int cached;

    private SmoSolver(
            KernelFunction kernel,
            double[][] rows,
            double[] self,
            double[] lowest,
            double[] highest,
            double[] weights,
            double[] gradient) {
        this.kernel = kernel;
        this.rows = rows;
        this.columns = ColumnMatrix.of(rows);
        this.lowest = lowest;
        this.highest = highest;
        this.weights = weights;
        this.gradient = gradient;
        this.cache = new double[rows.length][];
        this.self = self;
    }

    /** The first {@code positive} rows have one label and its limit c, the others the other label and d. */
    static SmoSolver solved(KernelFunction kernel, double[][] rows, int positive, double c, double d) {
        int n = rows.length;
        double[] lowest = new double[n];
        double[] highest = new double[n];
        double[] gradient = new double[n];
        Arrays.fill(highest, 0, positive, c);
        Arrays.fill(lowest, positive, n, -d);
        Arrays.fill(gradient, 0, positive, 1);
        Arrays.fill(gradient, positive, n, -1);
        double[] self = Arrays.stream(rows)
                .mapToDouble(row -> kernel.of(ColumnMatrix.of(new double[][] {row}), row)[0])
                .toArray();
        SmoSolver solver = new SmoSolver(kernel, rows, self, lowest, highest, new double[n], gradient);
        solver.solve();
        return solver;
    }

    private void solve() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Progress.checkInterrupted();
            if (converges()) {
                return;
            }
            int[] active = active();
            if (2 * active.length < rows.length) {
                solve(active);
            }
        }
        throw new IllegalArgumentException("no optimum after " + MAX_ROUNDS + " rounds of " + ROUND
                + " steps: standardise the features, or choose a smaller c");
    }

    /** Takes a round of steps; stops and returns true if the optimum is reached. */
    private boolean converges() {
        for (int step = 0; step < ROUND; step++) {
            int up = largest();
            if (gradient[up] - smallest() < TOLERANCE) {
                return true;
            }
            double[] upRow = kernelRow(up);
            int down = partner(up, upRow);
            move(up, upRow, down, kernelRow(down));
        }
        return false;
    }

    /** All rows except those at a bound whose gradient holds them there more strongly than any row that can move. */
    private int[] active() {
        double max = gradient[largest()];
        double min = smallest();
        return IntStream.range(0, rows.length)
                .filter(i -> (weights[i] < highest[i] || gradient[i] <= max)
                        && (weights[i] > lowest[i] || gradient[i] >= min))
                .toArray();
    }

    /** Solves for the active rows alone, then updates the gradient of all rows. */
    private void solve(int[] active) {
        double[][] part = Arrays.stream(active).mapToObj(i -> rows[i]).toArray(double[][]::new);
        SmoSolver solver = new SmoSolver(
                kernel,
                part,
                of(active, self),
                of(active, lowest),
                of(active, highest),
                of(active, weights),
                of(active, gradient));
        solver.solve();
        for (int k = 0; k < active.length; k++) {
            double change = solver.weights[k] - weights[active[k]];
            if (change != 0) {
                weights[active[k]] = solver.weights[k];
                update(change, kernelRow(active[k]));
            }
        }
    }

    private static double[] of(int[] indices, double[] values) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    private void update(double change, double[] kernelRow) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= change * kernelRow[i];
        }
    }

    /** The index of the largest gradient among weights that can be raised. */
    private int largest() {
        int largest = 0;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i] > max && weights[i] < highest[i]) {
                max = gradient[i];
                largest = i;
            }
        }
        return largest;
    }

    /** The smallest gradient among weights that can be lowered. */
    private double smallest() {
        double min = Double.POSITIVE_INFINITY;
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i] < min && weights[i] > lowest[i]) {
                min = gradient[i];
            }
        }
        return min;
    }

    /** The weight to lower that would gain most if there were no bounds. */
    private int partner(int up, double[] upRow) {
        int partner = up;
        double max = 0;
        for (int i = 0; i < gradient.length; i++) {
            double difference = gradient[up] - gradient[i];
            if (difference > 0 && weights[i] > lowest[i]) {
                double gain = difference * difference / curvature(up, i, upRow);
                if (gain > max) {
                    max = gain;
                    partner = i;
                }
            }
        }
        return partner;
    }

    private double curvature(int up, int down, double[] upRow) {
        return Math.max(MIN_CURVATURE, self[up] + self[down] - 2 * upRow[down]);
    }

    private void move(int up, double[] upRow, int down, double[] downRow) {
        double wanted = (gradient[up] - gradient[down]) / curvature(up, down, upRow);
        double above = highest[up] - weights[up];
        double below = weights[down] - lowest[down];
        double step = Math.min(wanted, Math.min(above, below));
        weights[up] = step == above ? highest[up] : weights[up] + step;
        weights[down] = step == below ? lowest[down] : weights[down] - step;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= step * (upRow[i] - downRow[i]);
        }
    }

    /** The kernel values of a row with all rows; cached as long as there is room. */
    private double[] kernelRow(int row) {
        if (cache[row] == null) {
            if (8L * rows.length * cached >= CACHE_BYTES) {
                Arrays.fill(cache, null);
                cached = 0;
            }
            cache[row] = kernel.of(columns, rows[row]);
            cached++;
        }
        return cache[row];
    }

    /** The weight of a row; it is not 0 if the row is a support vector. */
    double weight(int row) {
        return weights[row];
    }

    /**
     * The intercept: the mean gradient of weights between their bounds; if there are none, the middle of the two ends.
     */
    double bias() {
        return IntStream.range(0, gradient.length)
                .filter(i -> weights[i] > lowest[i] && weights[i] < highest[i])
                .mapToDouble(i -> gradient[i])
                .average()
                .orElseGet(() -> (gradient[largest()] + smallest()) / 2);
    }
}
