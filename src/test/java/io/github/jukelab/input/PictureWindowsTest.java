package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;

/** Several pictures of a sound. */
class PictureWindowsTest {

    private static final PictureWindows SIX = SpectrogramImage.REPAIRED.windows(6);

    @Test
    void eachPictureIsOfTheStretchAfterTheOneBefore() {
        Wave wave = Waves.noise(2 * 110_250 + 50_000, 1);
        assertThat(SIX.inputs(wave))
                .containsExactly(
                        SpectrogramImage.REPAIRED.inputs(wave).get(0),
                        SpectrogramImage.REPAIRED
                                .inputs(wave.slice(110_250, 220_500))
                                .get(0));
        assertThat(SIX.span(1, 12.2)).isEqualTo(new TimeSpan(5, 10));
        assertThat(SIX.shape()).isEqualTo(new Shape(3, 64, 64));
    }

    @Test
    void atMostSixAreUsedToTrain() {
        Wave wave = Waves.noise(7 * 110_250, 1);
        assertThat(SIX.inputs(wave)).hasSize(6);
        assertThat(SIX.samples()).isEqualTo(661_500);
        assertThat(SIX).hasToString("PictureWindows[up to 6 of " + SpectrogramImage.REPAIRED + "]");
    }

    /** As by {@link MelWindows}: a sound that is longer by a window or more is used to its end. */
    @Test
    void aLongSoundIsUsedToItsEnd() {
        assertThat(SIX.forLength(34.9)).isEqualTo(SIX);
        PictureWindows all = SIX.forLength(35);
        assertThat(all.inputs(Waves.noise(7 * 110_250, 1))).hasSize(7);
        assertThat(all).hasToString("PictureWindows[any number of " + SpectrogramImage.REPAIRED + "]");
    }

    @Test
    void aShortSoundIsStretchedToOnePicture() {
        Wave wave = Waves.noise(5000, 1);
        assertThat(SIX.inputs(wave))
                .containsExactly(SpectrogramImage.REPAIRED.inputs(wave).get(0));
    }

    @Test
    void refusesFewerSamplesThanOnePicture() {
        assertThatThrownBy(() -> new PictureWindows(SpectrogramImage.REPAIRED, 110_249))
                .hasMessage("samples must be at least 110250, got 110249");
        assertThatThrownBy(() -> SpectrogramImage.REPAIRED.windows(0)).hasMessage("count must be at least 1, got 0");
    }
}
