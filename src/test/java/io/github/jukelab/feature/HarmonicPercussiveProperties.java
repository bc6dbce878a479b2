package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Mask;
import io.github.jukelab.signal.Waves;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties of the parts of any wave. */
class HarmonicPercussiveProperties {

    @Property(tries = 25)
    void partsSumToTheWave(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9000) int samples) {
        Wave wave = Waves.noise(samples, seed);
        HarmonicPercussive parts = HarmonicPercussive.of(wave);
        for (int i = 0; i < samples; i++) {
            assertThat(parts.harmonic().sample(i) + parts.percussive().sample(i))
                    .isCloseTo(wave.sample(i), within(1e-7f));
        }
    }

    @Property(tries = 15)
    void masksSumToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9000) int samples) {
        HarmonicPercussive parts = HarmonicPercussive.of(Waves.noise(samples, seed));
        float[] harmonic = parts.harmonicMask().values();
        float[] percussive = parts.percussiveMask().values();
        for (int i = 0; i < harmonic.length; i++) {
            assertThat(harmonic[i]).isBetween(0f, 1f);
            assertThat(harmonic[i] + percussive[i]).isCloseTo(1, within(1e-7f));
        }
    }

    /** A wave twice as loud gives the same masks, and parts exactly twice as loud. */
    @Property(tries = 15)
    void doublingTheWaveDoublesTheParts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int samples) {
        Wave wave = Waves.noise(samples, seed);
        HarmonicPercussive parts = HarmonicPercussive.of(wave);
        HarmonicPercussive louder = HarmonicPercussive.of(Waves.of(samples, i -> 2 * wave.sample(i)));
        Mask mask = louder.harmonicMask();
        assertThat(mask.values()).containsExactly(parts.harmonicMask().values());
        for (int i = 0; i < samples; i++) {
            assertThat(louder.harmonic().sample(i))
                    .isEqualTo(2 * parts.harmonic().sample(i));
        }
    }
}
