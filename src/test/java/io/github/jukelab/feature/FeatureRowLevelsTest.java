package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.PowerDensity;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.TimeStretch;
import io.github.jukelab.signal.Waves;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds that are far too loud are refused, quiet ones have their features. */
class FeatureRowLevelsTest {

    private static final Wave NOISE = Waves.noise(30_000, 1);

    private static Wave scaled(double factor) {
        return Waves.of(NOISE.length(), i -> factor * NOISE.sample(i));
    }

    static Stream<Consumer<Wave>> refusesSamplesTooLarge() {
        return Stream.of(
                FeatureRow::of,
                HarmonicPercussive::of,
                ChromaCqt::of,
                Beats::of,
                wave -> ComplexSpectrogram.of(wave, Stft.LIBROSA),
                wave -> Spectrogram.of(wave, Stft.of(100), Scale.DECIBEL),
                wave -> MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(40, wave.rate())),
                wave -> PowerDensity.SCIPY.apply(wave),
                wave -> TimeStretch.of(wave, 2));
    }

    @ParameterizedTest
    @MethodSource
    void refusesSamplesTooLarge(Consumer<Wave> feature) {
        for (int exponent : new int[] {18, 20, 37}) {
            Wave loud = Waves.of(30_000, i -> i == 20_000 ? Math.pow(10, exponent) : 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> feature.accept(loud))
                    .withMessage("samples up to 1.0e+" + exponent
                            + " are too large for features; scale the sound to [-1, 1]");
        }
    }

    /** A constant of this level has the largest magnitude that a sound of it can have. */
    @Test
    void theLargestSampleAllowedHasFinitePowers() {
        Wave loud = Waves.of(5000, i -> 9e15);
        Spectrogram power = Spectrogram.of(loud, Stft.LIBROSA, Scale.POWER);
        assertThat(2 * power.maximum()).isFinite();
        assertThat(power.maximum()).isGreaterThan(Float.MAX_VALUE / 5);
        assertThat(Arrays.stream(FeatureRow.of(loud).values()).boxed()).allMatch(Double::isFinite);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrogram.of(Waves.of(5000, i -> 1e16), Stft.LIBROSA))
                .withMessageStartingWith("samples up to 1.0e+16 are too large");
    }

    /** Frequencies of the spectrum, which do not depend on the level. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-30, 1e-10, 1e10, 1e15})
    void theLevelDoesNotChangeFrequencies(double factor) {
        FeatureRow row = FeatureRow.of(NOISE);
        FeatureRow scaled = FeatureRow.of(scaled(factor));
        for (String name : new String[] {"spectral_centroid_mean", "spectral_bandwidth_mean", "rolloff_mean"}) {
            assertThat(scaled.value(name)).isCloseTo(row.value(name), within(1e-5 * row.value(name)));
        }
        Spectrogram magnitude =
                ComplexSpectrogram.of(scaled(factor), Stft.LIBROSA).magnitude();
        assertThat(magnitude.maximum())
                .isCloseTo((float) (factor * Spectrogram.of(NOISE).maximum()), within((float) (1e-4 * factor)));
    }
}
