package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlipAndCutoutTest {

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
}
