package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties of the transform of any wave. */
class ConstantQProperties {

    /** A wave twice as loud gives exactly twice the magnitudes. */
    @Property(tries = 15)
    void doublingTheWaveDoublesTheMagnitudes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int samples) {
        Wave wave = Waves.noise(samples, seed);
        float[] expected = ConstantQ.LIBROSA.apply(wave).values();
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= 2;
        }
        assertThat(ConstantQ.LIBROSA
                        .apply(Waves.of(samples, i -> 2 * wave.sample(i)))
                        .values())
                .containsExactly(expected);
    }
}
