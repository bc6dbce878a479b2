package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds at the optimum of a support vector machine, whatever the samples (Karush, Kuhn, Tucker). */
class SmoSolverProperties {

    @Property(tries = 60)
    void theOptimumIsReached(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 120) int n, @ForAll @IntRange(max = 3) int prices) {
        double c = Math.pow(10, prices - 1);
        assertOptimum(n, 3, KernelFunction.rbf(0.3), c, seed);
        assertOptimum(n, 3, ColumnMatrix::products, c, seed);
    }

    /** So long that samples are set aside on the way. */
    @Example
    void theOptimumIsReachedByDetours() {
        assertOptimum(600, 30, ColumnMatrix::products, 10, 1);
    }

    /** More rows of likenesses than are kept at a time. */
    @Example
    void theOptimumIsReachedWithLittleRoom() {
        assertOptimum(3800, 2, KernelFunction.rbf(1), 0.1, 1);
    }

    private static void assertOptimum(int n, int features, KernelFunction likeness, double c, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[n][features];
        for (double[] row : rows) {
            for (int j = 0; j < features; j++) {
                row[j] = random.nextGaussian();
            }
        }
        int positive = Math.max(1, n / 3);
        SmoSolver solved = SmoSolver.solved(likeness, rows, positive, c);
        double sum = 0;
        double raisable = Double.NEGATIVE_INFINITY;
        double lowerable = Double.POSITIVE_INFINITY;
        double[] pulls = pulls(rows, positive, likeness, solved);
        for (int i = 0; i < n; i++) {
            double weight = solved.weight(i);
            sum += weight;
            assertThat(weight).isBetween(i < positive ? 0 : -c, i < positive ? c : 0);
            raisable = weight < (i < positive ? c : 0) ? Math.max(raisable, pulls[i]) : raisable;
            lowerable = weight > (i < positive ? 0 : -c) ? Math.min(lowerable, pulls[i]) : lowerable;
        }
        assertThat(sum).isCloseTo(0, within(1e-9 * n * c));
        assertThat(raisable - lowerable).isLessThan(1.001e-3);
        assertThat(solved.bias()).isBetween(Math.min(lowerable, raisable) - 2e-3, Math.max(lowerable, raisable) + 2e-3);
    }

    private static double[] pulls(double[][] rows, int positive, KernelFunction likeness, SmoSolver solved) {
        ColumnMatrix columns = ColumnMatrix.of(rows);
        double[] pulls = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] alike = likeness.of(columns, rows[i]);
            for (int j = 0; j < rows.length; j++) {
                pulls[j] -= solved.weight(i) * alike[j];
            }
            pulls[i] += i < positive ? 1 : -1;
        }
        return pulls;
    }
}
