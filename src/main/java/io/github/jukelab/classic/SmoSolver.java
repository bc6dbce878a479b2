package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The support vector machine of two labels: weights w of the samples, one label's in [0, c], the other's in [−c, 0],
 * summing to 0, that minimise ½ Σ w w' likeness − Σ |w|.
 *
 * <p>Sequential minimal optimisation: again and again one weight is raised and another lowered by as much. The first is
 * the one that pulls upwards most, the second gains most together with it (Fan, Chen and Lin 2005). The pull of a sample
 * is minus the derivative by its weight; at the optimum none that can be raised pulls upwards more than one that can be
 * lowered. Where most samples rest firmly at a bound, they are set aside until the others have settled.
 */
final class SmoSolver {

    /** LIBSVM's and scikit-learn's. */
    private static final double TOLERANCE = 1e-3;

    private static final double LEAST_CURVATURE = 1e-12;
    private static final int ROUND = 1000;
    private static final int MOST_ROUNDS = 10_000;
    private static final long CACHE_BYTES = 100L << 20;

    private final KernelFunction likeness;
    private final double[][] rows;
    private final ColumnMatrix columns;
    private final double[] lowest;
    private final double[] highest;
    private final double[] weights;
    private final double[] pulls;
    private final double[] self;
    private final double[][] cache;
    private int cached;

    private SmoSolver(
            KernelFunction likeness,
            double[][] rows,
            double[] self,
            double[] lowest,
            double[] highest,
            double[] weights,
            double[] pulls) {
        this.likeness = likeness;
        this.rows = rows;
        this.columns = ColumnMatrix.of(rows);
        this.lowest = lowest;
        this.highest = highest;
        this.weights = weights;
        this.pulls = pulls;
        this.cache = new double[rows.length][];
        this.self = self;
    }

    /** The first {@code positive} rows carry one label, the others the other. */
    static SmoSolver solved(KernelFunction likeness, double[][] rows, int positive, double c) {
        int n = rows.length;
        double[] lowest = new double[n];
        double[] highest = new double[n];
        double[] pulls = new double[n];
        Arrays.fill(highest, 0, positive, c);
        Arrays.fill(lowest, positive, n, -c);
        Arrays.fill(pulls, 0, positive, 1);
        Arrays.fill(pulls, positive, n, -1);
        double[] self = Arrays.stream(rows)
                .mapToDouble(row -> likeness.of(ColumnMatrix.of(new double[][] {row}), row)[0])
                .toArray();
        SmoSolver solver = new SmoSolver(likeness, rows, self, lowest, highest, new double[n], pulls);
        solver.solve();
        return solver;
    }

    private void solve() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Progress.checkInterrupted();
            if (settles()) {
                return;
            }
            int[] restless = restless();
            if (2 * restless.length < rows.length) {
                solve(restless);
            }
        }
        throw new IllegalArgumentException("no optimum after " + MOST_ROUNDS + " rounds of " + ROUND
                + " steps: standardise the samples, or choose a smaller c");
    }

    /** Takes a round of steps, or fewer if the optimum is reached: true then. */
    private boolean settles() {
        for (int step = 0; step < ROUND; step++) {
            int up = strongest();
            if (pulls[up] - weakestPull() < TOLERANCE) {
                return true;
            }
            double[] alikeUp = alike(up);
            int down = partner(up, alikeUp);
            move(up, alikeUp, down, alike(down));
        }
        return false;
    }

    /** All but those at a bound that pull against it harder than any that could move. */
    private int[] restless() {
        double most = pulls[strongest()];
        double least = weakestPull();
        return IntStream.range(0, rows.length)
                .filter(i ->
                        (weights[i] < highest[i] || pulls[i] <= most) && (weights[i] > lowest[i] || pulls[i] >= least))
                .toArray();
    }

    /** Lets some settle among themselves, then tells the others. */
    private void solve(int[] some) {
        double[][] part = Arrays.stream(some).mapToObj(i -> rows[i]).toArray(double[][]::new);
        SmoSolver solver = new SmoSolver(
                likeness,
                part,
                of(some, self),
                of(some, lowest),
                of(some, highest),
                of(some, weights),
                of(some, pulls));
        solver.solve();
        for (int k = 0; k < some.length; k++) {
            double change = solver.weights[k] - weights[some[k]];
            if (change != 0) {
                weights[some[k]] = solver.weights[k];
                pull(change, alike(some[k]));
            }
        }
    }

    private static double[] of(int[] places, double[] values) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    private void pull(double change, double[] alike) {
        for (int i = 0; i < pulls.length; i++) {
            pulls[i] -= change * alike[i];
        }
    }

    /** Of those that can be raised. */
    private int strongest() {
        int strongest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pulls.length; i++) {
            if (pulls[i] > most && weights[i] < highest[i]) {
                most = pulls[i];
                strongest = i;
            }
        }
        return strongest;
    }

    /** Of those that can be lowered. */
    private double weakestPull() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < pulls.length; i++) {
            if (pulls[i] < least && weights[i] > lowest[i]) {
                least = pulls[i];
            }
        }
        return least;
    }

    /** The one to lower that gains most, were there no bounds. */
    private int partner(int up, double[] alikeUp) {
        int partner = up;
        double most = 0;
        for (int i = 0; i < pulls.length; i++) {
            double difference = pulls[up] - pulls[i];
            if (difference > 0 && weights[i] > lowest[i]) {
                double gain = difference * difference / curvature(up, i, alikeUp);
                if (gain > most) {
                    most = gain;
                    partner = i;
                }
            }
        }
        return partner;
    }

    private double curvature(int up, int down, double[] alikeUp) {
        return Math.max(LEAST_CURVATURE, self[up] + self[down] - 2 * alikeUp[down]);
    }

    private void move(int up, double[] alikeUp, int down, double[] alikeDown) {
        double wanted = (pulls[up] - pulls[down]) / curvature(up, down, alikeUp);
        double above = highest[up] - weights[up];
        double below = weights[down] - lowest[down];
        double step = Math.min(wanted, Math.min(above, below));
        weights[up] = step == above ? highest[up] : weights[up] + step;
        weights[down] = step == below ? lowest[down] : weights[down] - step;
        for (int i = 0; i < pulls.length; i++) {
            pulls[i] -= step * (alikeUp[i] - alikeDown[i]);
        }
    }

    /** How alike a row is to each; kept as long as there is room. */
    private double[] alike(int row) {
        if (cache[row] == null) {
            if (8L * rows.length * cached >= CACHE_BYTES) {
                Arrays.fill(cache, null);
                cached = 0;
            }
            cache[row] = likeness.of(columns, rows[row]);
            cached++;
        }
        return cache[row];
    }

    /** The weight of a row; those that are not 0 belong to the support vectors. */
    double weight(int row) {
        return weights[row];
    }

    /** What is added to the weighed likenesses: the pull of those between their bounds, else midway between the ends. */
    double bias() {
        return IntStream.range(0, pulls.length)
                .filter(i -> weights[i] > lowest[i] && weights[i] < highest[i])
                .mapToDouble(i -> pulls[i])
                .average()
                .orElseGet(() -> (pulls[strongest()] + weakestPull()) / 2);
    }
}
