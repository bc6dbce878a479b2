package io.github.jukelab.signal;

import static io.github.jukelab.signal.Stretched.loudest;
import static io.github.jukelab.signal.Stretched.pitch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PitchShiftTest {

    @ParameterizedTest
    @CsvSource({"12, 880", "7, 659.26", "0.5, 452.89", "0, 440", "-5, 329.63", "-12, 220", "-24, 110", "36, 3520"})
    void changesThePitchAndKeepsTheLength(double semitones, double hertz) {
        Wave wave = PitchShift.of(Waves.sine(44100, 440), semitones);
        assertThat(wave.length()).isEqualTo(44100);
        assertThat(wave.rate()).isEqualTo(Waves.RATE);
        assertThat(pitch(wave)).isCloseTo(hertz, within(1.0));
        assertThat(loudest(wave)).isBetween(0.43, 0.51);
    }

    @ParameterizedTest
    @ValueSource(doubles = {120.5, -1000, Double.NaN, Double.NEGATIVE_INFINITY})
    void rejectsSemitones(double semitones) {
        Wave wave = Waves.noise(100, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PitchShift.of(wave, semitones))
                .withMessage("semitones must be in [-120, 120], got " + semitones);
    }
}
