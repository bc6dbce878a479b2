package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of rhythm that hold for any onset strength. */
class RhythmProperties {

    private static FrameSeries strength(int frames, long seed, double scale) {
        Random random = new Random(seed);
        float[] values = new float[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = (float) (scale * Math.max(0, (float) random.nextGaussian()));
        }
        return FrameSeries.of("onset strength", "dB", List.of("onset strength"), values, 512.0 / 22050);
    }

    @Property
    void medianIsTheMiddleOfSortedValues(@ForAll @Size(min = 1, max = 130) float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        float expected = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        assertThat(Median.of(values)).isEqualByComparingTo(expected);
    }

    @Property(tries = 100)
    void medianOfFewDistinctValues(@ForAll @Size(min = 1, max = 130) List<@IntRange(max = 2) Integer> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        float[] sorted = floats.clone();
        Arrays.sort(sorted);
        assertThat(Median.of(floats)).isEqualTo((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    @Property(tries = 25)
    void meanIsTheTempogramsMean(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 80) int frames,
            @ForAll @IntRange(min = 1, max = 50) int window) {
        FrameSeries onset = strength(frames, seed, 1);
        FrameSeries tempogram = Tempogram.of(onset, window);
        double[] mean = Tempogram.mean(onset, window);
        for (int lag = 0; lag < window; lag++) {
            assertThat(mean[lag]).isCloseTo(Summary.of(tempogram.row(lag)).mean(), within(1e-7));
            assertThat(mean[lag]).isBetween(-1e-12, 1 + 1e-12);
        }
    }

    @Property(tries = 25)
    void twiceAsStrongHasTheSameBeats(@ForAll long seed, @ForAll @IntRange(min = 2, max = 600) int frames) {
        Beats beats = Beats.of(strength(frames, seed, 1));
        Beats stronger = Beats.of(strength(frames, seed, 2));
        assertThat(stronger.tempo()).isEqualTo(beats.tempo());
        assertThat(stronger.frames()).containsExactly(beats.frames());
    }

    @Property(tries = 25)
    void beatsKeepTheirDistance(@ForAll long seed, @ForAll @IntRange(min = 2, max = 600) int frames) {
        Beats beats = Beats.of(strength(frames, seed, 1));
        double period = 60 / beats.tempo().bpm() * 22050 / 512;
        int[] found = beats.frames();
        for (int i = 1; i < found.length; i++) {
            assertThat((double) found[i] - found[i - 1]).isBetween(period / 2 - 1, 2 * period + 1e-9);
        }
    }
}
