package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The Karush-Kuhn-Tucker conditions hold at the optimum of a support vector machine, for any training set. */
class SmoSolverProperties {

    @Property(tries = 60)
    void theOptimumIsReached(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 120) int n, @ForAll @IntRange(max = 3) int exponent) {
        double c = Math.pow(10, exponent - 1);
        assertOptimum(n, 3, KernelFunction.rbf(0.3), c, seed);
        assertOptimum(n, 3, KernelFunction.LINEAR, c, seed);
    }

    /** Hard enough that the active set becomes smaller than the training set. */
    @Example
    void theOptimumIsReachedWithAnActiveSet() {
        assertOptimum(600, 30, KernelFunction.LINEAR, 10, 1);
    }

    /** More kernel rows than fit in the cache. */
    @Example
    void theOptimumIsReachedWithASmallCache() {
        assertOptimum(3800, 2, KernelFunction.rbf(1), 0.1, 1);
    }

    private static void assertOptimum(int n, int features, KernelFunction kernel, double c, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[n][features];
        for (double[] row : rows) {
            for (int j = 0; j < features; j++) {
                row[j] = random.nextGaussian();
            }
        }
        int positive = Math.max(1, n / 3);
        double d = c * (1 + Math.floorMod(seed, 3)); // the limits of the two labels may differ
        SmoSolver solved = SmoSolver.solved(kernel, rows, positive, c, d);
        double sum = 0;
        double raisable = Double.NEGATIVE_INFINITY;
        double lowerable = Double.POSITIVE_INFINITY;
        double[] gradient = gradient(rows, positive, kernel, solved);
        for (int i = 0; i < n; i++) {
            double weight = solved.weight(i);
            sum += weight;
            assertThat(weight).isBetween(i < positive ? 0 : -d, i < positive ? c : 0);
            raisable = weight < (i < positive ? c : 0) ? Math.max(raisable, gradient[i]) : raisable;
            lowerable = weight > (i < positive ? 0 : -d) ? Math.min(lowerable, gradient[i]) : lowerable;
        }
        assertThat(sum).isCloseTo(0, within(1e-9 * n * d));
        assertThat(raisable - lowerable).isLessThan(1.001e-3);
        assertThat(solved.bias()).isBetween(Math.min(lowerable, raisable) - 2e-3, Math.max(lowerable, raisable) + 2e-3);
    }

    private static double[] gradient(double[][] rows, int positive, KernelFunction kernel, SmoSolver solved) {
        ColumnMatrix columns = ColumnMatrix.of(rows);
        double[] gradient = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] kernelRow = kernel.of(columns, rows[i]);
            for (int j = 0; j < rows.length; j++) {
                gradient[j] -= solved.weight(i) * kernelRow[j];
            }
            gradient[i] += i < positive ? 1 : -1;
        }
        return gradient;
    }
}
