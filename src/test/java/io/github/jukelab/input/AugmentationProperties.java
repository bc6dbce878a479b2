package io.github.jukelab.input;

import static io.github.jukelab.input.AugmentationTest.applied;
import static io.github.jukelab.input.AugmentationTest.counting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Properties of augmented examples of any shape. */
class AugmentationProperties {

    /** One band, not wider than the maximum and the same in every channel, becomes the mean; all else is unchanged. */
    @Property(tries = 300)
    void frequencyMaskHidesOneBand(
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 1, max = 12) int height,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(max = 14) int rows,
            @ForAll long seed) {
        Shape shape = new Shape(channels, height, width);
        float[] values = applied(SpecAugment.NONE.withFrequencyMasks(1, rows), shape, seed);
        assertIsMasked(shape, values, rows, i -> i / width % height);
    }

    /** The same for one span of time. */
    @Property(tries = 300)
    void timeMaskHidesOneSpan(
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 1, max = 12) int height,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(max = 14) int columns,
            @ForAll long seed) {
        Shape shape = new Shape(channels, height, width);
        float[] values = applied(SpecAugment.NONE.withTimeMasks(1, columns), shape, seed);
        assertIsMasked(shape, values, columns, i -> i % width);
    }

    private static void assertIsMasked(Shape shape, float[] values, int maxWidth, IntUnaryOperator line) {
        Assume.that(values.length % 2 == 0); // so that no value is the mean
        float[] before = counting(shape);
        float mean = (before.length + 1) / 2f;
        BitSet masked = new BitSet();
        for (int i = 0; i < values.length; i++) {
            masked.set(line.applyAsInt(i), values[i] == mean);
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(masked.get(line.applyAsInt(i)) ? mean : before[i]);
        }
        assertThat(masked.cardinality()).isLessThanOrEqualTo(maxWidth);
        assertThat(masked.nextClearBit(Math.max(0, masked.nextSetBit(0)))).isGreaterThanOrEqualTo(masked.length());
    }

    /** Every row is rolled by the same number of columns, which is at most the share. */
    @Property(tries = 300)
    void timeShiftRollsColumns(
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 1, max = 6) int height,
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double share,
            @ForAll long seed) {
        Shape shape = new Shape(channels, height, width);
        float[] before = counting(shape);
        float[] after = applied(TimeShift.of(share), shape, seed);
        int first = (int) after[0] - 1; // the column that is now at the left edge
        for (int i = 0; i < after.length; i++) {
            int column = i % width;
            assertThat(after[i]).isEqualTo(before[i - column + (column + first) % width]);
        }
        assertThat(Math.min(first, width - first)).isLessThanOrEqualTo((int) (share * width));
    }
}
