package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Properties of the inverse transform. */
class ComplexSpectrogramProperties {

    /** Transform and inverse, with any frame size, hop and length. */
    @Property(tries = 200)
    void rebuildsTheWave(
            @ForAll @IntRange(min = 1, max = 300) int nFft,
            @ForAll @IntRange(min = 1, max = 75) int hop,
            @ForAll @IntRange(min = 151, max = 1000) int samples,
            @ForAll Padding padding,
            @ForAll long seed) {
        Wave wave = Waves.noise(samples, seed);
        Stft stft = new Stft(nFft, Math.min(hop, Math.max(1, nFft / 4)), padding, true);
        Wave rebuilt = ComplexSpectrogram.of(wave, stft).toWave();
        assertThat(rebuilt.samples()).usingComparatorWithPrecision(1e-6f).containsExactly(wave.samples());
    }

    /** Without centring the ends are lost, where windows are nearly 0; the middle is restored. */
    @Property(tries = 100)
    void rebuildsTheMiddleWithoutCentring(
            @ForAll @IntRange(min = 4, max = 300) int nFft,
            @ForAll @IntRange(min = 1, max = 75) int hop,
            @ForAll @IntRange(min = 900, max = 1500) int samples,
            @ForAll long seed) {
        Wave wave = Waves.noise(samples, seed);
        Stft stft = Stft.of(nFft).withHop(Math.min(hop, nFft / 4)).withCentered(false);
        Wave rebuilt = ComplexSpectrogram.of(wave, stft).toWave();
        for (int i = nFft / 2; i < samples - nFft; i++) {
            assertThat(rebuilt.sample(i)).isCloseTo(wave.sample(i), within(1e-6f));
        }
    }

    /** The parts kept by a mask and by its complement sum to the wave. */
    @Property(tries = 50)
    void maskedPartsSumToTheWave(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int samples) {
        Wave wave = Waves.noise(samples, seed);
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, Stft.of(64));
        Spectrogram some = spectrum.magnitude();
        Spectrogram other =
                ComplexSpectrogram.of(Waves.noise(samples, ~seed), Stft.of(64)).magnitude();
        Mask mask = Mask.soft(some, other);
        Wave kept = spectrum.masked(mask).toWave();
        Wave left = spectrum.masked(mask.complement()).toWave();
        for (int i = 0; i < samples; i++) {
            assertThat(kept.sample(i) + left.sample(i)).isCloseTo(wave.sample(i), within(1e-6f));
        }
    }
}
