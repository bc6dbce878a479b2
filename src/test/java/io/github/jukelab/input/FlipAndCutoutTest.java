package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.feature.FrameSeries;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlipAndCutoutTest {

    /** With this seed values are lost. */
    private static final long CUTS = 11;

    @Test
    void flipsHalfAndCutsHalf() {
        Shape shape = new Shape(1, 6, 9);
        SplittableRandom random = new SplittableRandom(1);
        int flipped = 0;
        int cut = 0;
        for (int i = 0; i < 1000; i++) {
            float[] values = AugmentationTest.counting(shape);
            FlipAndCutout.AS_PRINTED.apply(values, shape, random);
            flipped += IntStream.range(0, 54).anyMatch(k -> values[k] > 0 && values[k] != k + 1) ? 1 : 0;
            cut += IntStream.range(0, 54).anyMatch(k -> values[k] == -80) ? 1 : 0;
        }
        assertThat(flipped).isBetween(420, 580);
        assertThat(cut).isBetween(440, 560);
    }

    @Test
    void cutValuesBecomeTheMinimum() {
        Shape shape = new Shape(2, 12, 12);
        for (int seed = 0; seed < 20; seed++) {
            float[] values = AugmentationTest.counting(shape);
            FlipAndCutout.TO_FLOOR.apply(values, shape, new SplittableRandom(seed));
            long floor = IntStream.range(0, values.length)
                    .filter(i -> values[i] == 1)
                    .count();
            assertThat(values).doesNotContain(-80);
            assertThat(floor == 1 || floor >= 2 * (12 + 11) && floor <= 2 * (3 * 12 + 4 * 9) + 1)
                    .isTrue();
        }
    }

    @Test
    void printedCutGivesPowersBelowZero() {
        float[] powers = new float[40];
        Arrays.fill(powers, 3);
        FrameSeries series = FrameSeries.of("power", "power", List.of("1", "2", "3", "4", "5"), powers, 0.5);

        FrameSeries cut = FlipAndCutout.AS_PRINTED.applied(series, CUTS);

        assertThat(cut.rows()).isEqualTo(series.rows());
        assertThat(cut.unit()).isEqualTo("power");
        assertThat(cut.secondsPerFrame()).isEqualTo(0.5);
        assertThat(cut.values()).contains(-80).contains(3).doesNotContain(0);
        assertThat(series.values()).containsOnly(3);
    }
}
