package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chroma, CENS and tonal centroid where they are known without reckoning. */
class PitchFeaturesTest {

    private static final int FRAMES = 60;

    private static FrameSeries chroma(float... classes) {
        float[] values = new float[12 * FRAMES];
        for (int i = 0; i < values.length; i++) {
            values[i] = classes[i / FRAMES];
        }
        return FrameSeries.of("chroma", "", ChromaStft.PITCH_CLASSES, values, 0.5);
    }

    private static float[] only(int... classes) {
        float[] chroma = new float[12];
        for (int c : classes) {
            chroma[c] = 1;
        }
        return chroma;
    }

    @ParameterizedTest
    @CsvSource({"65.4064, 0", "261.6256, 0", "440, 9", "880, 9", "1864.655, 10", "987.7666, 11", "446, 9"})
    void chromaOfANote(double hertz, int pitchClass) {
        FrameSeries chroma = ChromaCqt.of(Waves.sine(22050, hertz));
        assertThat(chroma.value(pitchClass, 20)).isEqualTo(1);
        assertThat(chroma.value((pitchClass + 2) % 12, 20)).isLessThan(0.02f);
        assertThat(chroma.value((pitchClass + 6) % 12, 20)).isLessThan(0.02f);
        assertThat(chroma.rows()).isEqualTo(ChromaStft.PITCH_CLASSES);
    }

    @Test
    void chromaOfATuningGivenIsThatOfTheEstimate() {
        Wave wave = Waves.sine(10_000, 445);
        Tuning tuning = Tuning.of(Spectrogram.of(wave, Stft.LIBROSA), 36);
        assertThat(ChromaCqt.of(wave, tuning).values())
                .containsExactly(ChromaCqt.of(wave).values());
    }

    @ParameterizedTest
    @CsvSource({"27.5, 12, 9", "55, 24, 9", "65.4064, 12, 0", "1, 36, 0"})
    void chromaOfAnyTransformOfSemitones(double lowest, int binsPerOctave, int lowestClass) {
        ConstantQ settings = ConstantQ.of(lowest, binsPerOctave, binsPerOctave);
        float[] values = new float[binsPerOctave];
        values[binsPerOctave / 12] = 2;
        Spectrogram spectrogram = Spectrogram.of(values, settings.frequencies(), Scale.MAGNITUDE, 0.5);
        assertThat(ChromaCqt.of(spectrogram, settings).values()).containsExactly(only((lowestClass + 1) % 12));
    }

    /** A steady note has every step; a class of 0.06 only the lowest, a quarter. */
    @Test
    void censOfASteadyChroma() {
        float[] classes = only(3);
        classes[7] = 0.07f;
        float[] cens = ChromaCens.of(chroma(classes)).values();
        double length = Math.sqrt(1 + 0.25 * 0.25);
        for (int t = 0; t < FRAMES; t++) {
            assertThat((double) cens[3 * FRAMES + t]).isCloseTo(1 / length, within(1e-6));
            assertThat((double) cens[7 * FRAMES + t]).isCloseTo(0.25 / length, within(1e-6));
            assertThat(cens[t]).isZero();
        }
    }

    /** From C to G in the middle: halves meet there, and 21 frames away nothing is left of the other. */
    @Test
    void censPassesSmoothlyFromNoteToNote() {
        float[] values = new float[12 * FRAMES];
        for (int t = 0; t < FRAMES; t++) {
            values[(t < 30 ? 0 : 7) * FRAMES + t] = 1;
        }
        FrameSeries cens = ChromaCens.of(FrameSeries.of("chroma", "", ChromaStft.PITCH_CLASSES, values, 0.5));
        assertThat(cens.value(0, 9)).isEqualTo(1);
        assertThat(cens.value(7, 9)).isZero();
        assertThat(cens.value(7, 10)).isPositive();
        assertThat(cens.value(0, 29)).isEqualTo(cens.value(7, 30));
        assertThat(cens.value(7, 50)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void tonnetzOfANoteIsItsPlaceOnEachCircle(int c) {
        FrameSeries tonnetz = Tonnetz.of(chroma(only(c)));
        double[] angles = {7 * Math.PI / 6 * c, 3 * Math.PI / 2 * c, 2 * Math.PI / 3 * c};
        for (int circle = 0; circle < 3; circle++) {
            double radius = circle == 2 ? 0.5 : 1;
            assertThat((double) tonnetz.value(2 * circle, 9))
                    .isCloseTo(radius * Math.sin(angles[circle]), within(1e-6));
            assertThat((double) tonnetz.value(2 * circle + 1, 9))
                    .isCloseTo(radius * Math.cos(angles[circle]), within(1e-6));
        }
        assertThat(tonnetz.rows()).hasSize(6).startsWith("fifth x", "fifth y").endsWith("major third y");
    }

    @Test
    void tonnetzOfAllClassesAlikeIsTheMiddle() {
        float[] all = only(IntStream.range(0, 12).toArray());
        for (float value : Tonnetz.of(chroma(all)).values()) {
            assertThat(value).isCloseTo(0, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 512, 30_000})
    void silenceGivesZeros(int samples) {
        Wave wave = Waves.silence(samples);
        for (FrameSeries series : List.of(ChromaCqt.of(wave), ChromaCens.of(wave), Tonnetz.of(wave))) {
            assertThat(series.values()).as(series.name()).containsOnly(0);
            assertThat(series.frames()).isEqualTo(1 + samples / 512);
            assertThat(series.secondsPerFrame()).isEqualTo(512.0 / Waves.RATE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 700})
    void shortWavesHaveFrames(int samples) {
        Wave wave = Waves.noise(samples, 5);
        FrameSeries chroma = ChromaCqt.of(wave);
        for (FrameSeries series : List.of(chroma, ChromaCens.of(chroma), Tonnetz.of(chroma))) {
            assertThat(series.frames()).isEqualTo(1 + samples / 512);
            assertThat(series.values()).as(series.name()).doesNotContain(Float.NaN);
        }
        assertThat(chroma.values()).contains(1);
    }

    @Test
    void refuses() {
        Wave wave = Waves.noise(500, 1);
        ConstantQ settings = ConstantQ.of(110, 34, 17);
        Spectrogram seventeenths = settings.apply(wave);
        refused(() -> ChromaCqt.of(seventeenths, settings), "chroma cqt needs a multiple of 12 bins an octave, got 17");
        refused(
                () -> ChromaCqt.of(seventeenths, ConstantQ.LIBROSA),
                "chroma cqt needs the 84 bins of its transform, got " + seventeenths);
        Spectrogram decibels = seventeenths.toDecibels();
        refused(() -> ChromaCqt.of(decibels, settings), "chroma cqt needs magnitudes or powers, got " + decibels);
        Tuning semitones = new Tuning(0.1, 12);
        refused(
                () -> ChromaCqt.of(wave, semitones),
                "chroma cqt needs a tuning in 36ths of an octave, got " + semitones);
        refused(
                () -> ChromaCqt.of(Wave.of(new float[9], 8000)),
                "the bin at 4106.2 Hz reaches up to 4165.5 Hz, more than half the wave's rate of 8000 Hz");
        FrameSeries rms = Rms.of(wave);
        refused(
                () -> ChromaCens.of(rms),
                "chroma cens needs a chroma of the pitch classes C to B, got FrameSeries[rms, 1 x 1 frames] with rows [rms]");
        refused(
                () -> Tonnetz.of(rms),
                "tonnetz needs a chroma of the pitch classes C to B, got FrameSeries[rms, 1 x 1 frames] with rows [rms]");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
