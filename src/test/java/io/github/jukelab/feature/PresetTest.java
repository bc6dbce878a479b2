package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    @ParameterizedTest
    @EnumSource
    void hasAName(Preset preset) {
        assertThat(Preset.of(preset.toString())).isSameAs(preset);
    }

    @Test
    void hasItsSettings() {
        assertThat(Preset.of("librosa").stft()).isEqualTo(new Stft(2048, 512, Padding.CONSTANT, true));
        assertThat(Preset.of("kaggle-2020").stft()).isEqualTo(new Stft(2048, 512, Padding.REFLECT, true));
    }

    @Test
    void rowUsesTheSettings() {
        Wave wave = Waves.noise(3000, 1);
        assertThat(Preset.LIBROSA.row(wave).values())
                .containsExactly(FeatureRow.of(wave).values());
    }

    /** 2560 of the 3000 samples are whole hops. */
    @Test
    void kaggle2020RebuildsWholeHopsOnly() {
        Wave wave = Waves.noise(3000, 1);
        FeatureRow published = Preset.KAGGLE_2020.row(wave);
        FeatureRow whole = FeatureRow.of(wave, Preset.KAGGLE_2020.stft());
        assertThat(published.value("mfcc1_mean")).isEqualTo(whole.value("mfcc1_mean"));
        Wave harmonic = HarmonicPercussive.of(ComplexSpectrogram.of(wave, Preset.KAGGLE_2020.stft()))
                .harmonic();
        double sum = 0;
        for (int i = 0; i < 2560; i++) {
            sum += harmonic.sample(i);
        }
        assertThat(published.value("harmony_mean")).isCloseTo(sum / 3000, within(1e-8));
        assertThat(whole.value("harmony_mean")).isNotCloseTo(sum / 3000, within(1e-8));
    }

    @Test
    void rejectsAnotherName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preset.of("Librosa"))
                .withMessage("preset must be one of [librosa, kaggle-2020], got Librosa");
    }
}
