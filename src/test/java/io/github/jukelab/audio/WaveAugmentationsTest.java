package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveAugmentationsTest {

    private static final int RATE = 22050;

    private static Wave sine(int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (0.5 * Math.sin(0.1 * i));
        }
        return Wave.of(samples, RATE);
    }

    private static double power(Wave wave) {
        double sum = 0;
        for (float sample : wave.samples()) {
            sum += sample * sample;
        }
        return sum / wave.length();
    }

    private static Wave difference(Wave a, Wave b) {
        float[] samples = a.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= b.sample(i);
        }
        return Wave.of(samples, a.rate());
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 20, 3.5, 0, -10})
    void noiseHasTheRequestedRatio(double decibels) {
        Wave wave = sine(5000);
        Wave noise = difference(WaveAugmentations.withNoise(wave, decibels, 1), wave);
        assertThat(10 * Math.log10(power(wave) / power(noise))).isCloseTo(decibels, within(1e-3));
    }

    @Test
    void noiseIsWhiteAndNormal() {
        Wave wave = sine(40_000);
        Wave noise = difference(WaveAugmentations.withNoise(wave, 0, 7), wave);
        double std = Math.sqrt(power(noise));
        double mean = 0;
        double neighbours = 0;
        int within = 0;
        for (int i = 1; i < noise.length(); i++) {
            mean += noise.sample(i) / std / noise.length();
            neighbours += noise.sample(i) * noise.sample(i - 1) / power(noise) / noise.length();
            within += Math.abs(noise.sample(i)) < std ? 1 : 0;
        }
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(neighbours).isCloseTo(0, within(0.02));
        assertThat((double) within / noise.length()).isCloseTo(0.6827, within(0.01));
    }

    @Test
    void noiseDependsOnTheSeedOnly() {
        Wave wave = sine(1000);
        float[] noisy = WaveAugmentations.withNoise(wave, 10, 3).samples();
        assertThat(WaveAugmentations.withNoise(wave, 10, 3).samples()).containsExactly(noisy);
        assertThat(WaveAugmentations.withNoise(wave, 10, 4).samples()).isNotEqualTo(noisy);
        assertThat(wave.samples()).containsExactly(sine(1000).samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void silenceStaysSilence(int samples) {
        Wave silence = Wave.of(new float[samples], RATE);
        assertThat(WaveAugmentations.withNoise(silence, 0, 1).samples()).containsOnly(0);
        assertThat(WaveAugmentations.rolled(silence, 3).samples()).containsOnly(0);
        assertThat(WaveAugmentations.withGain(silence, 60).samples()).containsOnly(0);
    }

    @Test
    void rollsAsNumpy() {
        Wave wave = Wave.of(new float[] {1, 2, 3, 4, 5}, 8000);
        assertThat(WaveAugmentations.rolled(wave, 2).samples()).containsExactly(4, 5, 1, 2, 3);
        assertThat(WaveAugmentations.rolled(wave, -1).samples()).containsExactly(2, 3, 4, 5, 1);
        assertThat(WaveAugmentations.rolled(wave, 12).samples()).containsExactly(4, 5, 1, 2, 3);
        assertThat(WaveAugmentations.rolled(wave, 0).samples()).containsExactly(wave.samples());
        assertThat(WaveAugmentations.rolled(wave, 2).rate()).isEqualTo(8000);
    }

    @Test
    void gainIsInDecibels() {
        Wave wave = sine(100);
        Wave louder = WaveAugmentations.withGain(wave, 20);
        for (int i = 0; i < 100; i++) {
            assertThat(louder.sample(i)).isCloseTo(10 * wave.sample(i), within(1e-6f));
        }
        assertThat(10 * Math.log10(power(WaveAugmentations.withGain(wave, -6)) / power(wave)))
                .isCloseTo(-6, within(1e-5));
        assertThat(WaveAugmentations.withGain(wave, 0).samples()).containsExactly(wave.samples());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsValuesThatAreNotFinite(double decibels) {
        Wave wave = sine(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaveAugmentations.withNoise(wave, decibels, 1))
                .withMessage("signal-to-noise ratio must be finite, got " + decibels);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaveAugmentations.withGain(wave, decibels))
                .withMessage("gain must be finite, got " + decibels);
    }

    @Test
    void rejectsGainsThatMakeSamplesInfinite() {
        Wave wave = Wave.of(new float[] {0.5f}, RATE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaveAugmentations.withGain(wave, 1000))
                .withMessage("samples must be finite, got Infinity at 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaveAugmentations.withNoise(wave, -1000, 1))
                .withMessageStartingWith("samples must be finite, got ");
    }
}
