package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmonicPercussiveTest {

    @Test
    void toneIsHarmonicAndClickPercussive() {
        Wave tone = Waves.sine(44100, 1000);
        Wave click = Waves.of(44100, i -> i == 22050 ? 1 : 0);
        Wave both = Waves.of(44100, i -> tone.sample(i) + click.sample(i));
        HarmonicPercussive parts = HarmonicPercussive.of(both);
        assertThat(parts.percussive().sample(22050)).isGreaterThan(0.9f);
        assertThat(Rms.of(parts.harmonic()).value(0, 20))
                .isGreaterThan(0.95f * Rms.of(tone).value(0, 20));
        assertThat(Rms.of(parts.percussive()).value(0, 20)).isLessThan(0.02f);
        int bin = (int) Math.round(1000.0 * 2048 / Waves.RATE);
        assertThat(parts.harmonicMask().value(bin, 20)).isGreaterThan(0.99f);
        assertThat(parts.percussiveMask().value(800, 43)).isGreaterThan(0.9f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 5001})
    void silenceIsSplitEvenly(int samples) {
        HarmonicPercussive parts = HarmonicPercussive.of(Waves.silence(samples));
        assertThat(parts.harmonic().samples()).containsOnly(0).hasSize(samples);
        assertThat(parts.percussive().samples()).containsOnly(0).hasSize(samples);
        assertThat(parts.harmonicMask().values()).containsOnly(0.5f);
        assertThat(parts.percussiveMask().values()).containsOnly(0.5f);
    }

    /** For other settings the parts equal the masked transforms, too. */
    @Test
    void acceptsAnyTransform() {
        Wave wave = Waves.chirp(10_001);
        for (Stft stft : List.of(
                Stft.of(512),
                Stft.of(255).withPadding(Padding.REFLECT),
                Stft.of(400).withHop(130))) {
            ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, stft);
            HarmonicPercussive parts = HarmonicPercussive.of(spectrum);
            float[] harmonic = spectrum.masked(parts.harmonicMask()).toWave().samples();
            float[] percussive =
                    spectrum.masked(parts.percussiveMask()).toWave().samples();
            assertThat(parts.harmonic().samples()).containsExactly(harmonic);
            assertThat(parts.percussive().samples())
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(percussive);
        }
    }

    @Test
    void hasItsRateAndLength() {
        HarmonicPercussive parts = HarmonicPercussive.of(Waves.noise(22050, 1));
        assertThat(parts).hasToString("HarmonicPercussive[22050 Hz, 1.00 s]");
        assertThat(parts.harmonic().rate()).isEqualTo(22050);
        assertThat(parts.harmonicMask()).hasToString("Mask[1025 bins x 44 frames]");
    }

    @Test
    void defaultSettingsAreTheUsualParts() {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(Waves.chirp(10_001), Stft.of(512));
        HarmonicPercussive usual = HarmonicPercussive.of(spectrum);
        HarmonicPercussive set = HarmonicPercussive.of(spectrum, HarmonicPercussive.Settings.LIBROSA);
        assertThat(set.harmonic().samples())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(usual.harmonic().samples());
        assertThat(set.percussive().samples())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(usual.percussive().samples());
    }

    @Test
    void marginsLeaveARest() {
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(Waves.noise(10_001, 1), Stft.of(512));
        HarmonicPercussive parts = HarmonicPercussive.of(spectrum, new HarmonicPercussive.Settings(17, 9, 2, 1.5, 3));
        double both = 0;
        for (int i = 0; i < parts.harmonicMask().values().length; i++) {
            float sum =
                    parts.harmonicMask().values()[i] + parts.percussiveMask().values()[i];
            assertThat(sum).isLessThan(1.000001f);
            both += sum;
        }
        assertThat(both).isLessThan(0.9 * parts.harmonicMask().values().length);
        assertThat(HarmonicPercussive.of(
                                ComplexSpectrogram.of(Waves.silence(600), Stft.of(512)),
                                new HarmonicPercussive.Settings(17, 9, 2, 1.5, 3))
                        .harmonicMask()
                        .values())
                .containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"30, 31, 2, 1, 1", "31, 0, 2, 1, 1", "31, 31, 0, 1, 1", "31, 31, 2, 0.9, 1", "31, 31, 2, 1, NaN"})
    void refusesSettingsOutOfRange(int harmonic, int percussive, double power, double first, double second) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HarmonicPercussive.Settings(harmonic, percussive, power, first, second));
    }
}
