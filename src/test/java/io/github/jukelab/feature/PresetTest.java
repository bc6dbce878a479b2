package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Preset preset) {
        assertThat(Preset.of(preset.toString())).isSameAs(preset);
    }

    @Test
    void namesStandForSettings() {
        assertThat(Preset.of("librosa").stft()).isEqualTo(new Stft(2048, 512, Padding.CONSTANT, true));
        assertThat(Preset.of("kaggle-2020").stft()).isEqualTo(new Stft(2048, 512, Padding.REFLECT, true));
    }

    @ParameterizedTest
    @EnumSource
    void rowIsThatOfTheSettings(Preset preset) {
        Wave wave = Waves.noise(3000, 1);
        assertThat(preset.row(wave).values())
                .containsExactly(FeatureRow.of(wave, preset.stft()).values());
    }

    @Test
    void refusesAnotherName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preset.of("Librosa"))
                .withMessage("preset must be one of [librosa, kaggle-2020], got Librosa");
    }
}
