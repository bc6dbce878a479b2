package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.onsetStrength;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {

    @ParameterizedTest
    @CsvSource({"44100, 441", "16000, 160", "48000, 512", "1000, 100", "8, 1"})
    void usesTheTimePerFrame(int rate, int hop) {
        double secondsPerFrame = (double) hop / rate;
        int period = (int) Math.round(0.5 / secondsPerFrame);
        Tempo tempo = Tempo.of(onsetStrength(20 * period, t -> t % period == 0 ? 1 : 0, secondsPerFrame));
        assertThat(tempo.bpm()).isCloseTo(60 / (period * secondsPerFrame), within(1e-9));
    }

    @Test
    void staysBelow320() {
        Tempo tempo = Tempo.of(onsetStrength(1000, t -> t % 2, 0.1));
        assertThat(tempo.bpm()).isEqualTo(150, within(1e-9));
        assertThat(tempo).hasToString("Tempo[150.0 bpm]");
    }

    /** Where neighbouring frames differ in sign, the autocorrelation is negative; such lags are no tempo. */
    @Test
    void strengthsMayBeNegative() {
        FrameSeries onset = onsetStrength(1000, t -> t % 20 == 0 ? 19 : -1, 0.025);
        assertThat(Tempo.of(onset).bpm()).isEqualTo(120, within(1e-9));
        Beats beats = Beats.of(onset);
        assertThat(beats.tempo()).isEqualTo(Tempo.of(onset));
        assertThat(Arrays.stream(beats.frames()).boxed()).isNotEmpty().allMatch(frame -> frame % 20 == 0);
    }

    @Test
    void rejectsSlowFramesAndEmptyWindows() {
        FrameSeries slow = onsetStrength(3, t -> t, 4.5);
        assertRejected(() -> Tempo.of(slow), "tempo needs frames at most 4 s apart, got 4.5 s");
        assertRejected(() -> Beats.of(slow), "tempo needs frames at most 4 s apart, got 4.5 s");
        FrameSeries onset = onsetStrength(3, t -> t);
        assertRejected(() -> Tempogram.of(onset, 0), "frame length must be at least 1, got 0");
        assertRejected(() -> Tempogram.mean(onset, 0), "frame length must be at least 1, got 0");
    }

    @Test
    void rejectsNegativeAndInfiniteValues() {
        assertRejected(() -> new Tempo(-1), "tempo must be 0 or more beats per minute, got -1.0");
        assertRejected(() -> new Tempo(Double.NaN), "tempo must be 0 or more beats per minute, got NaN");
        assertRejected(
                () -> new Tempo(Double.POSITIVE_INFINITY), "tempo must be 0 or more beats per minute, got Infinity");
    }
}
