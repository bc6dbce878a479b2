package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.MAGNITUDE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.4, -0.17, 0, 0.3})
    void findsTheTuningOfATone(double steps) {
        Wave wave = Waves.sine(44100, 1760 * Math.pow(2, steps / 12));
        Tuning tuning = Tuning.of(Spectrogram.of(wave, Stft.of(4096)));
        assertThat(tuning.steps()).isCloseTo(steps, within(0.03));
        assertThat(tuning.a4()).isCloseTo(440 * Math.pow(2, steps / 12), within(1.0));
    }

    @Test
    void rejectsValuesOutOfRange() {
        assertRejected(() -> new Tuning(0.5, 12), "tuning must be from -0.5 to below 0.5 steps, got 0.5");
        assertRejected(() -> Tuning.of(MAGNITUDE, 0), "an octave needs at least 1 step, got 0");
        assertThat(new Tuning(-0.17, 12)).hasToString("Tuning[-0.17 of 1/12 octave, A4 at 435.7 Hz]");
    }
}
