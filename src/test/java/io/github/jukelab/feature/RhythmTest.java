package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Onsets, tempi and beats that are known without reckoning or were asked of librosa, and what is refused. */
class RhythmTest {

    private static final double SECONDS_PER_FRAME = 512.0 / Waves.RATE;

    private static FrameSeries strength(int frames, IntToDoubleFunction value) {
        return strength(frames, value, SECONDS_PER_FRAME);
    }

    private static FrameSeries strength(int frames, IntToDoubleFunction value, double secondsPerFrame) {
        float[] values = new float[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = (float) value.applyAsDouble(t);
        }
        return FrameSeries.of("onset strength", "dB", List.of("onset strength"), values, secondsPerFrame);
    }

    /** Bands that rise by 4, 2, 1 and fall by 1 from frame 0 to 1, then stay. */
    private static Spectrogram rising() {
        float[] values = {0, 4, 4, 0, 2, 2, 0, 1, 1, 0, -1, -1};
        return Spectrogram.of(values, new double[] {1, 2, 3, 4}, Scale.DECIBEL, 0.5);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void aggregates() {
        Stft stft = Stft.of(64).withCentered(false);
        FrameSeries mean = OnsetStrength.of(rising(), stft, Aggregate.MEAN);
        assertThat(mean.values()).containsExactly(0, 1.75f, 0);
        assertThat(OnsetStrength.of(rising(), stft, Aggregate.MEDIAN).values()).containsExactly(0, 1.5f, 0);
        assertThat(mean.unit()).isEqualTo("dB");
        assertThat(mean.secondsPerFrame()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 1", "64, 32, 2", "64, 33, 1", "64, 10, 0", "64, 65, 1"})
    void centredFramesHearAheadByHalfTheirLength(int nFft, int hop, int frame) {
        Stft stft = Stft.of(nFft).withHop(hop);
        float[] strength = OnsetStrength.of(rising(), stft, Aggregate.MEAN).values();
        int delay = nFft / (2 * hop);
        for (int t = 0; t < 3; t++) {
            assertThat(strength[t]).isEqualTo(t == 1 + delay ? 1.75f : 0);
        }
    }

    @Test
    void sharedMelSpectrogramGivesTheSame() {
        Wave wave = Waves.noise(20_000, 1);
        Spectrogram mel = MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(128, Waves.RATE));
        float[] expected = OnsetStrength.of(wave).values();
        assertThat(OnsetStrength.of(mel, Stft.LIBROSA, Aggregate.MEAN).values()).containsExactly(expected);
        assertThat(OnsetStrength.of(mel.toDecibels(), Stft.LIBROSA, Aggregate.MEAN)
                        .values())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 1024, 22050})
    void silence(int samples) {
        Wave wave = Waves.silence(samples);
        FrameSeries onset = OnsetStrength.of(wave);
        assertThat(onset.values()).hasSize(1 + samples / 512).containsOnly(0);
        assertThat(Tempogram.of(onset).values()).containsOnly(0);
        assertThat(Tempo.of(onset).bpm()).isEqualTo(60.0 * 22050 / (512 * 22));
        assertThat(Beats.of(wave).frames()).isEmpty();
        assertThat(Beats.of(wave).seconds()).isEmpty();
        assertThat(Beats.of(wave)).hasToString("Beats[0 beats, Tempo[0.0 bpm]]");
    }

    /** librosa: no beat in up to three frames, one in frame 3 of four. */
    @ParameterizedTest
    @CsvSource({"1, 0", "500, 0", "600, 0", "1100, 0", "1600, 1"})
    void fewFrames(int samples, int beats) {
        assertThat(Beats.of(Waves.noise(samples, 1)).frames()).hasSize(beats);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 105, 120, 135, 150})
    void clicksInTime(int bpm) {
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

    @ParameterizedTest
    @ValueSource(ints = {9, 20, 37, 100})
    void tempogramOfAPeriodicStrength(int period) {
        FrameSeries onset = strength(600, t -> t % period == 0 ? 1 : 0);
        FrameSeries tempogram = Tempogram.of(onset, 344);
        assertThat(tempogram.rows()).hasSize(344).startsWith("lag 0", "lag 1");
        assertThat(tempogram.frames()).isEqualTo(600);
        for (int lag = 0; lag < 344; lag++) {
            float value = tempogram.value(lag, 300);
            if (lag % period == 0) {
                assertThat(value).isEqualTo((float) fit(period, lag), within(1e-6f));
            } else {
                assertThat(value).isCloseTo(0, within(1e-6f));
            }
        }
    }

    /** The Hann window at the clicks about frame 300, times itself a lag later, over its square. */
    private static double fit(int period, int lag) {
        double product = 0;
        double square = 0;
        for (int t = 0; t < 600; t += period) {
            product += hann(t - 300 + 172) * hann(t + lag - 300 + 172);
            square += Math.pow(hann(t - 300 + 172), 2);
        }
        return product / square;
    }

    private static double hann(int i) {
        return i < 0 || i >= 344 ? 0 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 344);
    }

    @Test
    void strengthFallsEvenlyBeyondItsEnds() {
        FrameSeries onset = strength(1, t -> 3);
        double[] padded = {0, 1.5, 3, 1.5, 0};
        double product = 0;
        double square = 0;
        for (int i = 0; i < 4; i++) {
            double weight = 0.5 - 0.5 * Math.cos(Math.PI * i / 2);
            double next = 0.5 - 0.5 * Math.cos(Math.PI * (i + 1) / 2);
            product += i < 3 ? weight * padded[i] * next * padded[i + 1] : 0;
            square += Math.pow(weight * padded[i], 2);
        }
        assertThat(Tempogram.of(onset, 4).value(1, 0)).isEqualTo((float) (product / square));
        assertThat(Tempogram.of(onset, 1).values()).containsExactly(1);
    }

    /** Asked of librosa 0.11. */
    @Test
    void beatsOfAConstantStrength() {
        Beats beats = Beats.of(strength(500, t -> 1));
        assertThat(beats.tempo().bpm()).isEqualTo(123.046875);
        assertThat(beats.frames())
                .containsExactly(IntStream.range(0, 50).map(i -> 5 + 10 * i).toArray());
    }

    /** Asked of librosa 0.11: it cuts the first onset, which has no neighbours to support it. */
    @Test
    void beatsOfAPeriodicStrength() {
        Beats beats = Beats.of(strength(500, t -> t % 20 == 10 ? 1 : 0));
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

    /** Asked of librosa 0.11, which fails on a single frame that is not 0. */
    @ParameterizedTest
    @MethodSource
    void shortStrengths(double[] strength, int lag, int[] frames) {
        Beats beats = Beats.of(strength(strength.length, t -> strength[t]));
        assertThat(beats.tempo().bpm()).isEqualTo(60.0 * 22050 / (512 * lag));
        assertThat(beats.frames()).containsExactly(frames);
    }

    @ParameterizedTest
    @CsvSource({"44100, 441", "16000, 160", "48000, 512", "1000, 100", "8, 1"})
    void tempoKnowsItsFrames(int rate, int hop) {
        double secondsPerFrame = (double) hop / rate;
        int period = (int) Math.round(0.5 / secondsPerFrame);
        Tempo tempo = Tempo.of(strength(20 * period, t -> t % period == 0 ? 1 : 0, secondsPerFrame));
        assertThat(tempo.bpm()).isCloseTo(60 / (period * secondsPerFrame), within(1e-9));
    }

    @Test
    void tempoStaysBelowItsLimit() {
        Tempo tempo = Tempo.of(strength(1000, t -> t % 2, 0.1));
        assertThat(tempo.bpm()).isEqualTo(150, within(1e-9));
        assertThat(tempo).hasToString("Tempo[150.0 bpm]");
    }

    @Test
    void clickIsAFadingSine() {
        Wave clicked = Clicks.over(Waves.silence(5000), new double[] {1000.0 / Waves.RATE});
        assertThat(clicked.sample(999)).isZero();
        for (int i = 0; i < 2205; i++) {
            double expected = Math.pow(2, -10.0 * i / 2204) * Math.sin(2 * Math.PI * 1000 * i / Waves.RATE);
            assertThat(clicked.sample(1000 + i)).isCloseTo((float) expected, within(1e-6f));
        }
        assertThat(clicked.sample(1000 + 2205)).isZero();
    }

    @Test
    void clicksBeyondTheEndAreLeftOut() {
        Wave clicked = Clicks.over(Waves.silence(1000), new double[] {900.0 / Waves.RATE, 1});
        assertThat(clicked.length()).isEqualTo(1000);
        assertThat(clicked.sample(905)).isGreaterThan(0.5f);
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
    void clicksFollowTheTimesAtAnyRate() {
        Beats beats = Beats.of(strength(200, t -> t % 20 == 10 ? 1 : 0));
        Wave clicked = beats.clicks(Wave.of(new float[5 * 8000], 8000));
        int start = (int) Math.round(beats.seconds()[0] * 8000);
        assertThat(clicked.sample(start - 1)).isZero();
        assertThat(clicked.sample(start + 2)).isGreaterThan(0.9f);
    }

    static Stream<Arguments> ofOnsets() {
        return Stream.of(
                Arguments.of("tempogram", (Function<FrameSeries, Object>) Tempogram::of),
                Arguments.of("its mean", (Function<FrameSeries, Object>) s -> Tempogram.mean(s, 8)),
                Arguments.of("tempo", (Function<FrameSeries, Object>) Tempo::of),
                Arguments.of("beats", (Function<FrameSeries, Object>) Beats::of));
    }

    @ParameterizedTest
    @MethodSource
    void ofOnsets(String name, Function<FrameSeries, Object> feature) {
        FrameSeries two = FrameSeries.of("chroma", "", List.of("C", "G"), new float[4], 0.1);
        refused(() -> feature.apply(two), "onset strength has one row, got " + two);
        FrameSeries infinite = strength(3, t -> 1 / (2.0 - t));
        refused(() -> feature.apply(infinite), "onset strength must be finite, got Infinity in frame 2");
    }

    @Test
    void frames() {
        FrameSeries slow = strength(3, t -> t, 4.5);
        refused(() -> Tempo.of(slow), "tempo needs frames at most 4 s apart, got 4.5 s");
        refused(() -> Beats.of(slow), "tempo needs frames at most 4 s apart, got 4.5 s");
        FrameSeries onset = strength(3, t -> t);
        refused(() -> Tempogram.of(onset, 0), "frame length must be at least 1, got 0");
        refused(() -> Tempogram.mean(onset, 0), "frame length must be at least 1, got 0");
    }

    @Test
    void waves() {
        Wave wave = Waves.noise(500, 1);
        Spectrogram magnitude = Spectrogram.of(wave, Stft.of(64));
        refused(
                () -> OnsetStrength.of(magnitude, Stft.of(64), Aggregate.MEAN),
                "onset strength needs mel bands in power or decibels, got " + magnitude);
        refused(
                () -> OnsetStrength.of(wave, Stft.LIBROSA.withCentered(false), Aggregate.MEAN),
                "frames of 2048 samples that are not centred need a wave as long, got 500");
    }

    @Test
    void tempo() {
        refused(() -> new Tempo(-1), "tempo must be 0 or more beats a minute, got -1.0");
        refused(() -> new Tempo(Double.NaN), "tempo must be 0 or more beats a minute, got NaN");
        refused(() -> new Tempo(Double.POSITIVE_INFINITY), "tempo must be 0 or more beats a minute, got Infinity");
    }
}
