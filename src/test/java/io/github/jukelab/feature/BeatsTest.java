package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.onsetStrength;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Waves;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beats that are known, or computed by librosa 0.11. */
class BeatsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 1024, 22050})
    void silenceHasNoBeats(int samples) {
        Wave wave = Waves.silence(samples);
        FrameSeries onset = OnsetStrength.of(wave);
        assertThat(onset.values()).hasSize(1 + samples / 512).containsOnly(0);
        assertThat(Tempogram.of(onset).values()).containsOnly(0);
        assertThat(Tempo.of(onset).bpm()).isEqualTo(60.0 * 22050 / (512 * 22));
        assertThat(Beats.of(wave).frames()).isEmpty();
        assertThat(Beats.of(wave).seconds()).isEmpty();
        assertThat(Beats.of(wave)).hasToString("Beats[0 beats, Tempo[0.0 bpm]]");
    }

    /** As in librosa: no beat in up to three frames, one in frame 3 of four. */
    @ParameterizedTest
    @CsvSource({"1, 0", "500, 0", "600, 0", "1100, 0", "1600, 1"})
    void fewFramesHaveFewBeats(int samples, int beats) {
        assertThat(Beats.of(Waves.noise(samples, 1)).frames()).hasSize(beats);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 105, 120, 135, 150})
    void findsRegularClicks(int bpm) {
        int period = 60 * Waves.RATE / bpm;
        Wave wave = Waves.of(10 * Waves.RATE, i -> i % period < 50 ? 0.8 : 0);
        Beats beats = Beats.of(wave);
        assertThat(beats.tempo().bpm()).isCloseTo(bpm, within(0.03 * bpm));
        double[] seconds = beats.seconds();
        assertThat(seconds).hasSizeGreaterThan(bpm / 6 - 3);
        for (double time : seconds) {
            double inPeriods = time * bpm / 60;
            assertThat(inPeriods).isCloseTo(Math.rint(inPeriods), within(0.15));
        }
    }

    /** Expected values from librosa 0.11. */
    @Test
    void beatsOfAConstantStrength() {
        Beats beats = Beats.of(onsetStrength(500, t -> 1));
        assertThat(beats.tempo().bpm()).isEqualTo(123.046875);
        assertThat(beats.frames())
                .containsExactly(IntStream.range(0, 50).map(i -> 5 + 10 * i).toArray());
    }

    /** Expected values from librosa 0.11, which drops the first onset. */
    @Test
    void beatsOfAPeriodicStrength() {
        Beats beats = Beats.of(onsetStrength(500, t -> t % 20 == 10 ? 1 : 0));
        assertThat(beats.tempo()).isEqualTo(new Tempo(129.19921875));
        assertThat(beats.frames())
                .containsExactly(IntStream.range(0, 24).map(i -> 30 + 20 * i).toArray());
        assertThat(beats.seconds()[1]).isCloseTo(50 * 512.0 / Waves.RATE, within(1e-12));
        assertThat(beats).hasToString("Beats[24 beats, Tempo[129.2 bpm]]");
    }

    static Stream<Arguments> shortStrengths() {
        return Stream.of(
                Arguments.of(new double[] {1}, 21, new int[0]),
                Arguments.of(new double[] {0, 1}, 19, new int[] {1}),
                Arguments.of(new double[] {1, 1}, 21, new int[] {1}),
                Arguments.of(new double[] {0, 1, 0}, 22, new int[] {1}));
    }

    /** Expected values from librosa 0.11, except for a single frame that is not 0, where it fails. */
    @ParameterizedTest
    @MethodSource
    void shortStrengths(double[] strength, int lag, int[] frames) {
        Beats beats = Beats.of(onsetStrength(strength.length, t -> strength[t]));
        assertThat(beats.tempo().bpm()).isEqualTo(60.0 * 22050 / (512 * lag));
        assertThat(beats.frames()).containsExactly(frames);
    }

    @Test
    void clicksStayInRange() {
        Wave wave = Waves.of(5 * Waves.RATE, i -> i % 11025 < 50 ? 1 : -0.5);
        Beats beats = Beats.of(wave);
        Wave clicked = beats.clicks(wave);
        assertThat(beats.frames()).isNotEmpty();
        assertThat(clicked.rate()).isEqualTo(wave.rate());
        assertThat(clicked.length()).isEqualTo(wave.length());
        float peak = 0;
        for (float sample : clicked.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(peak).isEqualTo(1);
        assertThat(Beats.of(Waves.silence(9)).clicks(wave).samples()).containsExactly(wave.samples());
    }

    @Test
    void clicksFollowTheBeatsAtAnyRate() {
        Beats beats = Beats.of(onsetStrength(200, t -> t % 20 == 10 ? 1 : 0));
        Wave clicked = beats.clicks(Wave.of(new float[5 * 8000], 8000));
        int start = (int) Math.round(beats.seconds()[0] * 8000);
        assertThat(clicked.sample(start - 1)).isZero();
        assertThat(clicked.sample(start + 2)).isGreaterThan(0.9f);
    }
}
