package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertDefinition;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.spectrogram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import io.github.jukelab.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RMS of waves and of spectrograms. */
class RmsTest {

    @ParameterizedTest
    @MethodSource("io.github.jukelab.feature.FeatureFixtures#frameSettings")
    void equalsTheDefinition(Frames frames, int samples) {
        Wave wave = Waves.noise(samples, 1);
        FrameSeries rms = Rms.of(wave, frames);
        assertDefinition(rms, t -> rms(wave, frames, t), 1e-7f);
        assertThat(rms.frames()).isEqualTo(frames.count(samples));
    }

    private static double rms(Wave wave, Frames frames, int t) {
        double squares = 0;
        for (int i = 0; i < frames.length(); i++) {
            squares += Math.pow(frames.sample(wave, frames.start(t) + i), 2);
        }
        return Math.sqrt(squares / frames.length());
    }

    @Test
    void sineHasItsRms() {
        assertThat(Rms.of(Waves.sine(22050, 441)).value(0, 20)).isCloseTo((float) (0.5 / Math.sqrt(2)), within(1e-3f));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64, 65, 512})
    void spectrogramGivesTheRmsOfWindowedFrames(int nFft) {
        Wave wave = Waves.noise(2000, nFft);
        Stft stft = Stft.of(nFft).withHop(40);
        double[] window = Window.hann(nFft).weights();
        Spectrogram magnitude = Spectrogram.of(wave, stft);
        FrameSeries rms = Rms.of(magnitude, nFft);
        for (int t = 0; t < rms.frames(); t++) {
            double squares = 0;
            for (int i = 0; i < nFft; i++) {
                squares += Math.pow(
                        window[i] * stft.framing().sample(wave, stft.framing().start(t) + i), 2);
            }
            assertThat(rms.value(0, t)).isCloseTo((float) Math.sqrt(squares / nFft), within(1e-6f));
        }
        assertThat(Rms.of(magnitude.power(), nFft).value(0, 3)).isCloseTo(rms.value(0, 3), within(1e-7f));
    }

    @Test
    void spectrogramMustFitTheFrames() {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(500, 1), Stft.of(64));
        assertThat(Rms.of(magnitude).values())
                .containsExactly(Rms.of(magnitude, 64).values());
        assertRejected(() -> Rms.of(magnitude, 66), "frames of 66 samples do not have the bins of " + magnitude);
        Spectrogram single = spectrogram(new double[] {0}, Scale.MAGNITUDE, 1);
        assertRejected(() -> Rms.of(single), "frames of 0 samples do not have the bins of " + single);
    }
}
