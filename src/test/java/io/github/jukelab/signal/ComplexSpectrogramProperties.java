package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of the way from spectra back to waves. */
class ComplexSpectrogramProperties {

    /** There and back, with any frame size, odd or even, a hop that divides it or not, and any length. */
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

    /** Without centring the ends are lost, where windows hardly reach; all between comes back. */
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

    /** A mask and its complement share out the wave. */
    @Property(tries = 50)
    void masksShareOutTheWave(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int samples) {
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

    /** Two soft masks with the parts exchanged are between 0 and 1 and sum to 1. */
    @Property(tries = 50)
    void softMasksSumToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int samples) {
        Spectrogram some = Spectrogram.of(Waves.noise(samples, seed), Stft.of(64));
        Spectrogram other = MedianFilter.of(3).alongTime(some);
        Mask mask = Mask.soft(some, other);
        Mask rest = Mask.soft(other, some);
        for (int bin = 0; bin < mask.bins(); bin++) {
            for (int frame = 0; frame < mask.frames(); frame++) {
                assertThat(mask.value(bin, frame)).isBetween(0f, 1f);
                assertThat(mask.value(bin, frame) + rest.value(bin, frame)).isCloseTo(1, within(1e-6f));
                assertThat(mask.complement().value(bin, frame)).isCloseTo(rest.value(bin, frame), within(1e-6f));
            }
        }
    }
}
