package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of the median of any window. */
class MedianFilterProperties {

    @Provide
    Arbitrary<MedianFilter> filters() {
        return Arbitraries.integers().between(0, 40).map(reach -> MedianFilter.of(2 * reach + 1));
    }

    @Provide
    Arbitrary<Spectrogram> magnitudes() {
        return Combinators.combine(Arbitraries.integers().between(1, 5000), Arbitraries.longs())
                .as((samples, seed) -> Spectrogram.of(Waves.noise(samples, seed), Stft.of(32)));
    }

    /** A monotonic function of the values commutes with the median. */
    @Property(tries = 30)
    void medianOfSquaresIsSquareOfMedian(
            @ForAll("filters") MedianFilter filter, @ForAll("magnitudes") Spectrogram magnitude) {
        assertThat(filter.alongTime(magnitude.power()).values())
                .containsExactly(filter.alongTime(magnitude).power().values());
        assertThat(filter.alongFrequency(magnitude.power()).values())
                .containsExactly(filter.alongFrequency(magnitude).power().values());
    }

    /** Filtering the transposed spectrogram is filtering along the other axis. */
    @Property(tries = 30)
    void bothDirectionsAreEqual(@ForAll("filters") MedianFilter filter, @ForAll("magnitudes") Spectrogram upright) {
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
