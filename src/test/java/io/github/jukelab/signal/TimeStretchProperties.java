package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TimeStretchProperties {

    /** A wave twice as loud gives a result exactly twice as loud, as a power of two does not change the rounding. */
    @Property(tries = 50)
    void doublingTheWaveDoublesTheResult(
            @ForAll @IntRange(min = 1, max = 3000) int samples,
            @ForAll @DoubleRange(min = 0.2, max = 5) double rate,
            @ForAll long seed) {
        Wave wave = Waves.noise(samples, seed);
        Wave louder = Waves.of(samples, i -> 2 * wave.sample(i));
        float[] expected = TimeStretch.of(wave, rate).samples();
        float[] actual = TimeStretch.of(louder, rate).samples();
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isEqualTo(2 * expected[i]);
        }
    }

    /** At whole rates the magnitudes are those of every {@code rate}-th frame. */
    @Property(tries = 100)
    void wholeRatesSelectFrames(
            @ForAll @IntRange(min = 1, max = 3000) int samples,
            @ForAll @IntRange(min = 1, max = 7) int rate,
            @ForAll long seed) {
        Spectrogram before =
                ComplexSpectrogram.of(Waves.noise(samples, seed), Stft.of(64)).magnitude();
        Spectrogram after = ComplexSpectrogram.of(Waves.noise(samples, seed), Stft.of(64))
                .stretched(rate)
                .magnitude();
        for (int k = 0; k < after.bins(); k++) {
            for (int t = 0; t < after.frames(); t++) {
                assertThat(after.value(k, t)).isCloseTo(before.value(k, t * rate), within(1e-5f));
            }
        }
    }
}
