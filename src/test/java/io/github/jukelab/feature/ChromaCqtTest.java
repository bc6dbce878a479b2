package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.pitchClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chroma of a constant-Q transform, and the features computed from it. */
class ChromaCqtTest {

    @ParameterizedTest
    @CsvSource({"65.4064, 0", "261.6256, 0", "440, 9", "880, 9", "1864.655, 10", "987.7666, 11", "446, 9"})
    void noteHasItsPitchClass(double hertz, int pitchClass) {
        FrameSeries chroma = ChromaCqt.of(Waves.sine(22050, hertz));
        assertThat(chroma.value(pitchClass, 20)).isEqualTo(1);
        assertThat(chroma.value((pitchClass + 2) % 12, 20)).isLessThan(0.02f);
        assertThat(chroma.value((pitchClass + 6) % 12, 20)).isLessThan(0.02f);
        assertThat(chroma.rows()).isEqualTo(ChromaStft.PITCH_CLASSES);
    }

    @Test
    void estimatedTuningCanBeGiven() {
        Wave wave = Waves.sine(10_000, 445);
        Tuning tuning = Tuning.of(Spectrogram.of(wave, Stft.LIBROSA), 36);
        assertThat(ChromaCqt.of(wave, tuning).values())
                .containsExactly(ChromaCqt.of(wave).values());
    }

    @ParameterizedTest
    @CsvSource({"27.5, 12, 9", "55, 24, 9", "65.4064, 12, 0", "1, 36, 0"})
    void acceptsAnyTransformWithSemitones(double lowest, int binsPerOctave, int lowestClass) {
        ConstantQ settings = ConstantQ.of(lowest, binsPerOctave, binsPerOctave);
        float[] values = new float[binsPerOctave];
        values[binsPerOctave / 12] = 2;
        Spectrogram spectrogram = Spectrogram.of(values, settings.frequencies(), Scale.MAGNITUDE, 0.5);
        assertThat(ChromaCqt.of(spectrogram, settings).values()).containsExactly(pitchClasses((lowestClass + 1) % 12));
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
    void rejectsInvalidInput() {
        Wave wave = Waves.noise(500, 1);
        ConstantQ settings = ConstantQ.of(110, 34, 17);
        Spectrogram seventeenths = settings.apply(wave);
        assertRejected(
                () -> ChromaCqt.of(seventeenths, settings),
                "chroma cqt needs a multiple of 12 bins per octave, got 17");
        assertRejected(
                () -> ChromaCqt.of(seventeenths, ConstantQ.LIBROSA),
                "chroma cqt needs the 84 bins of its transform, got " + seventeenths);
        Spectrogram decibels = seventeenths.toDecibels();
        assertRejected(
                () -> ChromaCqt.of(decibels, settings), "chroma cqt needs magnitudes or powers, got " + decibels);
        Tuning semitones = new Tuning(0.1, 12);
        assertRejected(
                () -> ChromaCqt.of(wave, semitones),
                "chroma cqt needs a tuning in 36ths of an octave, got " + semitones);
        assertRejected(
                () -> ChromaCqt.of(Wave.of(new float[9], 8000)),
                "the bin at 4106.2 Hz reaches up to 4165.5 Hz, more than half the wave's rate of 8000 Hz");
        FrameSeries rms = Rms.of(wave);
        assertRejected(
                () -> ChromaCens.of(rms),
                "chroma cens needs a chroma of the pitch classes C to B, got FrameSeries[rms, 1 x 1 frames] with rows [rms]");
        assertRejected(
                () -> Tonnetz.of(rms),
                "tonnetz needs a chroma of the pitch classes C to B, got FrameSeries[rms, 1 x 1 frames] with rows [rms]");
    }

    @Test
    void sixClassesAreWholeTones() {
        Wave wave = Waves.sine(22050, 440);
        ConstantQ settings = ChromaCqt.CONSTANT_Q;
        FrameSeries chroma = ChromaCqt.of(settings.apply(wave), settings, 6, FrameNorm.L1);
        assertThat(chroma.rows()).hasSize(6).endsWith("chroma6");
        // From C on, A is in the middle between the whole tones A flat and B flat.
        assertThat(chroma.value(4, 20) + chroma.value(5, 20)).isGreaterThan(0.8f);
        double sum = 0;
        for (int c = 0; c < 6; c++) {
            sum += chroma.value(c, 20);
        }
        assertThat(sum).isBetween(0.9999, 1.0001);
    }
}
