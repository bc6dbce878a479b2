package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties of the median of any window. */
class MedianFilterProperties {

    private static Spectrogram noise(int samples, long seed) {
        return Spectrogram.of(Waves.noise(samples, seed), Stft.of(32));
    }

    /** A monotonic function of the values commutes with the median. */
    @Property(tries = 30)
    void medianOfSquaresIsSquareOfMedian(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 500) int samples,
            @ForAll @IntRange(min = 0, max = 40) int reach) {
        MedianFilter filter = MedianFilter.of(2 * reach + 1);
        Spectrogram magnitude = noise(samples, seed);
        assertThat(filter.alongTime(magnitude.power()).values())
                .containsExactly(filter.alongTime(magnitude).power().values());
        assertThat(filter.alongFrequency(magnitude.power()).values())
                .containsExactly(filter.alongFrequency(magnitude).power().values());
    }

    /** Filtering the transposed spectrogram is filtering along the other axis. */
    @Property(tries = 30)
    void bothDirectionsAreEqual(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5000) int samples,
            @ForAll @IntRange(min = 0, max = 40) int reach) {
        MedianFilter filter = MedianFilter.of(2 * reach + 1);
        Spectrogram upright = noise(samples, seed);
        assertThat(transposed(filter.alongTime(transposed(upright))).values())
                .containsExactly(filter.alongFrequency(upright).values());
    }

    private static Spectrogram transposed(Spectrogram spectrogram) {
        int bins = spectrogram.bins();
        float[] values = new float[bins * spectrogram.frames()];
        for (int i = 0; i < values.length; i++) {
            values[i] = spectrogram.value(i % bins, i / bins);
        }
        return Spectrogram.of(values, new double[spectrogram.frames()], Scale.MAGNITUDE, 0.1);
    }
}
