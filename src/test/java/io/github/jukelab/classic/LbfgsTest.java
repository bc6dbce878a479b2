package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LbfgsTest {

    /** Half the sum of k (x − k)² for k = 1 to n: the minimum is at (1, 2, … n). */
    private static double quadratic(double[] point, double[] gradient) {
        double value = 0;
        for (int i = 0; i < point.length; i++) {
            int k = i + 1;
            gradient[i] = k * (point[i] - k);
            value += k * (point[i] - k) * (point[i] - k) / 2;
        }
        return value;
    }

    @Test
    void findsTheMinimumOfAQuadraticFunction() {
        double[] minimum = Lbfgs.minimum(LbfgsTest::quadratic, 5, 1e-9);
        assertThat(minimum).containsExactly(new double[] {1, 2, 3, 4, 5}, within(1e-8));
    }

    @Test
    void acceptsAStartAtTheMinimum() {
        Lbfgs.Smooth square = (point, gradient) -> {
            gradient[0] = point[0];
            return point[0] * point[0] / 2;
        };
        assertThat(Lbfgs.minimum(square, 1, 1e-9)).containsExactly(0);
    }

    @Test
    void refusesAFunctionWithoutMinimum() {
        Lbfgs.Smooth slope = (point, gradient) -> {
            gradient[0] = -1;
            return -point[0];
        };
        assertThatThrownBy(() -> Lbfgs.minimum(slope, 1, 1e-6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no optimum after 10000 steps: standardise the features, or choose a smaller c");
    }

    @Test
    void anInterruptStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Lbfgs.minimum(LbfgsTest::quadratic, 5, 1e-9))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
