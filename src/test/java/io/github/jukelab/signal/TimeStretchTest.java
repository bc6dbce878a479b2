package io.github.jukelab.signal;

import static io.github.jukelab.signal.Stretched.loudest;
import static io.github.jukelab.signal.Stretched.pitch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.77, 1, 1.3, 2})
    void keepsThePitchAndChangesTheLength(double rate) {
        Wave wave = TimeStretch.of(Waves.sine(44100, 440), rate);
        assertThat(wave.length()).isEqualTo((int) Math.rint(44100 / rate));
        assertThat(wave.rate()).isEqualTo(Waves.RATE);
        assertThat(pitch(wave)).isCloseTo(440, within(1.0));
        assertThat(loudest(wave)).isBetween(0.43, 0.51);
    }

    @Test
    void movesEventsInProportion() {
        Wave wave = Waves.of(44100, i -> i < 22050 ? 0 : 0.5 * Math.sin(0.2 * i));
        Wave slower = TimeStretch.of(wave, 0.5);
        assertThat(slower.first(40_000).samples())
                .usingComparatorWithPrecision(1e-6f)
                .containsOnly(0);
        assertThat(loudest(slower.slice(40_000, 48_200))).isGreaterThan(0.25);
    }

    @Test
    void rateOneAndZeroSemitonesChangeNothing() {
        Wave wave = Waves.chirp(20_001);
        assertThat(TimeStretch.of(wave, 1).samples())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(wave.samples());
        assertThat(PitchShift.of(wave, 0).samples())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(wave.samples());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 2", "1, 3, 1", "2, 1.3, 2", "5, 2, 2", "7, 2, 4", "700, 0.7, 1000", "2049, 100, 20"})
    void acceptsSilentAndShortWaves(int samples, double rate, int expected) {
        Wave silence = TimeStretch.of(Waves.silence(samples), rate);
        assertThat(silence.samples()).containsOnly(0).hasSize(expected);
        assertThat(TimeStretch.of(Waves.noise(samples, 1), rate).length()).isEqualTo(expected);
        assertThat(PitchShift.of(Waves.silence(samples), rate).samples())
                .containsOnly(0)
                .hasSize(samples);
        assertThat(PitchShift.of(Waves.noise(samples, 1), -rate).length()).isEqualTo(samples);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsRates(double rate) {
        Wave wave = Waves.noise(100, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeStretch.of(wave, rate))
                .withMessage("rate must be positive and finite, got " + rate);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-8})
    void rejectsResultsTooLong(double rate) {
        Wave wave = Waves.noise(100, 1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> TimeStretch.of(wave, rate));
    }
}
