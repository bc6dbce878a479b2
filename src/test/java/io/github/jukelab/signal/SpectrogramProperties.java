package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;

/** Properties of the transform of any wave. */
class SpectrogramProperties {

    private static final Stft STFT = Stft.of(128).withHop(32);

    /** Parseval: a windowed frame and its spectrum have the same energy, for any frame length. */
    @Property(tries = 50)
    void keepsTheEnergy(@ForAll @IntRange(min = 2, max = 300) int nFft, @ForAll long seed) {
        Wave wave = Waves.noise(nFft, seed);
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, Stft.of(nFft).withCentered(false));
        double[] window = Window.hann(nFft).weights();
        double energy = 0;
        for (int i = 0; i < nFft; i++) {
            energy += Math.pow(window[i] * wave.sample(i), 2);
        }
        double twoSided = 0;
        for (int k = 0; k < spectrum.bins(); k++) {
            double power = Math.pow(spectrum.real(k, 0), 2) + Math.pow(spectrum.imaginary(k, 0), 2);
            twoSided += k == 0 || 2 * k == nFft ? power : 2 * power;
        }
        assertThat(twoSided / nFft).isCloseTo(energy, Percentage.withPercentage(1e-3));
    }

    @Property(tries = 30)
    void isLinear(@ForAll long first, @ForAll long second, @ForAll @IntRange(min = 1, max = 400) int n) {
        Wave a = Waves.noise(n, first);
        Wave b = Waves.noise(n, second);
        ComplexSpectrogram sum = ComplexSpectrogram.of(Waves.of(n, i -> a.sample(i) + 2 * b.sample(i)), STFT);
        ComplexSpectrogram ofA = ComplexSpectrogram.of(a, STFT);
        ComplexSpectrogram ofB = ComplexSpectrogram.of(b, STFT);
        for (int t = 0; t < sum.frames(); t++) {
            assertThat(sum.real(5, t)).isCloseTo(ofA.real(5, t) + 2 * ofB.real(5, t), within(1e-5f));
            assertThat(sum.imaginary(5, t)).isCloseTo(ofA.imaginary(5, t) + 2 * ofB.imaginary(5, t), within(1e-5f));
        }
    }

    /** A wave delayed by whole hops has the same spectra, delayed by frames. */
    @Property(tries = 30)
    void delayByHopsIsDelayByFrames(@ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int hops) {
        Wave wave = Waves.noise(500, seed);
        int shift = hops * STFT.hop();
        Wave later = Waves.of(500 + shift, i -> i < shift ? 0 : wave.sample(i - shift));
        Spectrogram spectrogram = Spectrogram.of(wave, STFT);
        Spectrogram shifted = Spectrogram.of(later, STFT);
        assertThat(shifted.frames()).isEqualTo(spectrogram.frames() + hops);
        for (int k = 0; k < spectrogram.bins(); k++) {
            for (int t = 0; t < spectrogram.frames(); t++) {
                assertThat(shifted.value(k, t + hops)).isEqualTo(spectrogram.value(k, t));
            }
        }
    }

    @Property(tries = 30)
    void decibelsSpanAtMostEighty(@ForAll long seed) {
        float[] decibels = Spectrogram.of(Waves.noise(400, seed), STFT)
                .toDecibels(Reference.MAX)
                .values();
        for (float decibel : decibels) {
            assertThat(decibel).isBetween(-80.001f, 0.001f);
        }
    }
}
