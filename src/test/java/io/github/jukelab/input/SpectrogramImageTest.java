package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.image.Picture;
import io.github.jukelab.image.SpecgramPicture;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;

/** Pictures of spectrograms, as in the article on spectrogram pictures (000). */
class SpectrogramImageTest {

    @Test
    void asPrintedDownscalesTheFigure() {
        Wave wave = Waves.noise(150_000, 1);
        Picture expected = SpecgramPicture.FIGURE.of(wave.first(110_250)).nearest(64, 64);
        assertThat(SpectrogramImage.AS_PRINTED.inputs(wave).get(0)).isEqualTo(expected.toTensor());
        assertThat(expected.rgb(0, 0)).isEqualTo(0xFFFFFF);
        assertThat(SpectrogramImage.AS_PRINTED.shape()).isEqualTo(new Shape(3, 64, 64));
        assertThat(SpectrogramImage.AS_PRINTED)
                .hasToString("SpectrogramImage[22050 Hz, 5.00 s, figure, nearest, 3 x 64 x 64]");
    }

    @Test
    void repairedDownscalesTheValuesAlone() {
        Wave wave = Waves.noise(110_250, 1);
        Picture expected = SpecgramPicture.VALUES.of(wave).antialiased(64, 64);
        assertThat(SpectrogramImage.REPAIRED.inputs(wave).get(0))
                .isEqualTo(expected.toTensor())
                .hasSize(3 * 64 * 64);
        assertThat(SpectrogramImage.REPAIRED.picture(wave).rgb(0, 0)).isEqualTo(expected.rgb(0, 0));
    }

    @Test
    void acceptsShortSounds() {
        assertThat(SpectrogramImage.REPAIRED.inputs(Waves.noise(5000, 1)).get(0))
                .hasSize(3 * 64 * 64);
        assertThat(SpectrogramImage.AS_PRINTED.inputs(Waves.noise(100, 1)).get(0))
                .hasSize(3 * 64 * 64);
        assertThat(SpectrogramImage.REPAIRED
                        .inputs(Wave.of(new float[100], 22_050))
                        .get(0))
                .hasSize(3 * 64 * 64);
    }

    @Test
    void refusesNumbersOutOfRange() {
        SpectrogramImage image = SpectrogramImage.REPAIRED;
        assertThatThrownBy(() -> new SpectrogramImage(
                        22_050, 2047, image.style(), image.interpolation(), 64, 64, StandardScaler.NONE))
                .hasMessage("samples must be at least 2048, got 2047");
        assertThatThrownBy(() -> new SpectrogramImage(
                        22_050, 2048, image.style(), image.interpolation(), 0, 64, StandardScaler.NONE))
                .hasMessage("height must be at least 1, got 0");
    }
}
