package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs of recordings. */
class PreprocessingTest {

    private static final MelWindows WINDOWS =
            MelWindows.of(Stft.of(256), MelBank.of(8, 8000)).withWindows(4000, 1500);

    private static final SpectrogramImage WINDOWED = new SpectrogramImage(
            8000,
            6000,
            SpectrogramImage.REPAIRED.style(),
            SpectrogramImage.REPAIRED.interpolation(),
            8,
            8,
            StandardScaler.NONE);

    private static Stream<Preprocessing> all() {
        return Stream.of(
                WINDOWS,
                WINDOWS.withWindows(2000, 3000).withSamples(9000),
                FeatureVectorInput.of(Preset.LIBROSA),
                FeatureVectorInput.of(Preset.KAGGLE_2020).withSegment(15_000),
                ResizedSpectrogram.REPAIRED.withSamples(12_000),
                SpectrogramImage.AS_PRINTED,
                new PictureWindows(WINDOWED, 30_000));
    }

    /** Of the same rate, and resampled up and down; shorter than a window, and much longer. */
    @ParameterizedTest
    @MethodSource("all")
    void theInputsOfARecordingAreThoseOfItsWave(Preprocessing input) throws AudioException {
        for (int rate : new int[] {8000, 22_050, 44_100}) {
            for (double seconds : new double[] {0.2, 2.6}) {
                Wave wave = Wave.of(Waves.noise((int) (seconds * rate), rate).samples(), rate);
                List<float[]> inputs = new ArrayList<>();
                input.forEachInput(Recording.of(wave), inputs::add);
                assertThat(inputs).containsExactlyElementsOf(input.inputs(wave));
            }
        }
    }

    /** 9000 samples at 8000 Hz and a window of 4000: from 13,000 samples on there is no limit. */
    @Test
    void aLongSoundIsUsedToItsEnd() {
        MelWindows limited = WINDOWS.withSamples(9000);
        assertThat(limited.forLength(12_999 / 8000.0)).isEqualTo(limited);
        assertThat(limited.forLength(13_000 / 8000.0)).isEqualTo(limited.withSamples(Integer.MAX_VALUE));
        assertThat(WINDOWS.forLength(1e9)).isEqualTo(WINDOWS);
        assertThat(SpectrogramImage.AS_PRINTED.forLength(1e9)).isEqualTo(SpectrogramImage.AS_PRINTED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRateThatIsTooLowIsNamed(Preprocessing input) {
        Recording recording = Recording.of(Wave.of(new float[] {1, 0}, 8));
        assertThatThrownBy(() -> input.forEachInput(recording, values -> {}))
                .isInstanceOf(AudioException.class)
                .hasMessage("wave: the header says 8 Hz, too low for sound at " + input.rate() + " Hz");
    }
}
