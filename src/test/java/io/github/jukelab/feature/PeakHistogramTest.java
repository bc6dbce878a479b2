package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeakHistogramTest {

    private static PeakHistogram histogram(float[] heights, int[] bins, PeakHistogram empty) {
        for (int i = 0; i < heights.length; i++) {
            empty.add(heights[i], bins[i]);
        }
        return empty;
    }

    /** The bin with the most peaks that reach the median, with all peaks sorted. */
    private static int expected(float[] heights, int[] bins) {
        float[] sorted = heights.clone();
        Arrays.sort(sorted);
        float median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        int[] counts = new int[PeakHistogram.BINS];
        for (int i = 0; i < heights.length; i++) {
            counts[bins[i]] += heights[i] >= median ? 1 : 0;
        }
        int largest = 0;
        for (int bin = 1; bin < counts.length; bin++) {
            largest = counts[bin] > counts[largest] ? bin : largest;
        }
        return largest;
    }

    private static void assertExpected(float[] heights, int[] bins) {
        PeakHistogram all = histogram(heights, bins, PeakHistogram.of(12));
        int expected = expected(heights, bins);
        if (all.largest().isPresent()) {
            assertThat(all.largest()).hasValue(expected);
        } else {
            assertThat(histogram(heights, bins, all.narrowed()).largest()).hasValue(expected);
        }
    }

    /** Few peaks, close together in height: the median's range holds many of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 11, 100, 1001, 20_000})
    void equalsTheSortedPeaks(int count) {
        for (double spread : new double[] {0, 1e-6, 1e-3, 1, 100}) {
            for (int seed = 0; seed < 6; seed++) {
                Random random = new Random(seed);
                float[] heights = new float[count];
                int[] bins = new int[count];
                for (int i = 0; i < count; i++) {
                    heights[i] = (float) Math.exp(spread * random.nextGaussian());
                    bins[i] = random.nextInt(seed % 2 == 0 ? 4 : PeakHistogram.BINS);
                }
                assertExpected(heights, bins);
            }
        }
    }

    /** The mean of neighbouring floats is rounded to one of them: to the lower one it lets that peak count. */
    @Test
    void neighbouringHeights() {
        for (int bits = 0x3f7ffff0; bits < 0x3f800010; bits++) {
            float lower = Float.intBitsToFloat(bits);
            assertExpected(new float[] {lower, Math.nextUp(lower)}, new int[] {3, 7});
            assertExpected(new float[] {lower, Math.nextUp(lower), lower, Math.nextUp(lower)}, new int[] {3, 7, 4, 7});
        }
    }

    @Test
    void asksForASecondCountOnlyWhereItMatters() {
        float[] heights = {1, 1.0001f, 1.0002f, 9, 9};
        int[] lowerBins = {5, 5, 6, 6, 6};
        int[] higherBins = {7, 7, 6, 6, 6};
        assertThat(histogram(heights, lowerBins, PeakHistogram.of(12)).largest())
                .isEmpty();
        assertThat(histogram(heights, higherBins, PeakHistogram.of(12)).largest())
                .hasValue(6);
    }

    @Test
    void withoutPeaksTheTuningIsZero() {
        assertThat(PeakHistogram.of(12).largest()).isEqualTo(OptionalInt.of(50));
        assertThat(Tuning.of(PeakHistogram.of(12), 12)).isEqualTo(new Tuning(0, 12));
    }
}
