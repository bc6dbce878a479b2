package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Features of waves whose values are known without reckoning. */
class ClosedFormTest {

    static Stream<Arguments> frames() {
        return Stream.of(1, 5, 64, 2048)
                .flatMap(length -> Stream.of(1, 3, 100, 512).flatMap(hop -> Stream.of(true, false)
                        .flatMap(centered -> Stream.of(Padding.values()).flatMap(padding -> Stream.of(3000, 3001)
                                .map(samples -> Arguments.of(new Frames(length, hop, padding, centered), samples))))));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void rmsIsTheDefinition(Frames frames, int samples) {
        Wave wave = Waves.noise(samples, 1);
        FrameSeries rms = Rms.of(wave, frames);
        for (int t = 0; t < rms.frames(); t += 1 + rms.frames() / 50) {
            double squares = 0;
            for (int i = 0; i < frames.length(); i++) {
                squares += Math.pow(frames.sample(wave, frames.start(t) + i), 2);
            }
            assertThat(rms.value(0, t)).isCloseTo((float) Math.sqrt(squares / frames.length()), within(1e-7f));
        }
        assertThat(rms.frames()).isEqualTo(frames.count(samples));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void zeroCrossingRateIsTheDefinition(Frames frames, int samples) {
        Wave wave = Waves.noise(samples, 2);
        FrameSeries rate = ZeroCrossingRate.of(wave, frames);
        for (int t = 0; t < rate.frames(); t += 1 + rate.frames() / 50) {
            int crossings = 0;
            for (int i = frames.start(t) + 1; i < frames.start(t) + frames.length(); i++) {
                crossings += nearest(wave, i) < 0 != nearest(wave, i - 1) < 0 ? 1 : 0;
            }
            assertThat(rate.value(0, t)).isEqualTo((float) crossings / frames.length());
        }
    }

    private static float nearest(Wave wave, int position) {
        return wave.sample(Math.max(0, Math.min(wave.length() - 1, position)));
    }

    @Test
    void loudnessOfASine() {
        assertThat(Rms.of(Waves.sine(22050, 441)).value(0, 20)).isCloseTo((float) (0.5 / Math.sqrt(2)), within(1e-3f));
    }

    @Test
    void alternatingSamplesCrossEveryTime() {
        Wave wave = Waves.of(4096, i -> i % 2 == 0 ? 1 : -1);
        assertThat(ZeroCrossings.count(wave)).isEqualTo(4095);
        assertThat(ZeroCrossingRate.of(wave).value(0, 4)).isEqualTo(2047f / 2048);
    }

    @Test
    void tinySamplesNeverCross() {
        assertThat(ZeroCrossings.count(Waves.of(100, i -> i % 2 == 0 ? 1e-10 : -1e-10)))
                .isZero();
        assertThat(ZeroCrossings.count(Waves.of(100, i -> i % 2 == 0 ? 0 : -1.1e-10)))
                .isEqualTo(99);
    }

    @Test
    void centroidAndRolloffOfATone() {
        double hertz = 100.0 * Waves.RATE / 2048;
        Spectrogram spectrogram = Spectrogram.of(Waves.sine(8192, hertz), Stft.LIBROSA);
        assertThat(SpectralCentroid.of(spectrogram).value(0, 8)).isCloseTo((float) hertz, within(1f));
        assertThat(SpectralBandwidth.of(spectrogram).value(0, 8)).isBetween(5f, 20f);
        assertThat(SpectralRolloff.of(spectrogram).value(0, 8)).isCloseTo((float) (101 * hertz / 100), within(0.01f));
        assertThat(SpectralRolloff.of(spectrogram, 0.1).value(0, 8))
                .isCloseTo((float) (99 * hertz / 100), within(0.01f));
    }

    @Test
    void moments() {
        Spectrogram spectrogram =
                Spectrogram.of(new float[] {1, 0, 0, 0, 3, 0}, new double[] {0, 100, 200}, Scale.MAGNITUDE, 0.5);
        assertThat(SpectralCentroid.of(spectrogram).values()).containsExactly(150, 0);
        assertThat(SpectralBandwidth.of(spectrogram).values())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly((float) Math.sqrt(7500), 0);
        assertThat(SpectralRolloff.of(spectrogram, 0.25).values()).containsExactly(0, 0);
        assertThat(SpectralRolloff.of(spectrogram, 0.26).values()).containsExactly(200, 0);
    }

    @Test
    void chirpRises() {
        Spectrogram spectrogram = Spectrogram.of(Waves.chirp(44100), Stft.LIBROSA);
        for (FrameSeries series : List.of(SpectralCentroid.of(spectrogram), SpectralRolloff.of(spectrogram))) {
            for (int t = 3; t < series.frames() - 3; t++) {
                assertThat(series.value(0, t)).isGreaterThanOrEqualTo(series.value(0, t - 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"261.6256, 0", "440, 9", "1864.655, 10", "987.7666, 11"})
    void chromaOfANote(double hertz, int pitchClass) {
        FrameSeries chroma = ChromaStft.of(Waves.sine(22050, hertz), Stft.LIBROSA);
        assertThat(chroma.value(pitchClass, 20)).isEqualTo(1);
        assertThat(chroma.value((pitchClass + 6) % 12, 20)).isLessThan(0.1f);
        assertThat(chroma.rows()).isEqualTo(ChromaStft.PITCH_CLASSES);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.4, -0.17, 0, 0.3})
    void tuningOfATone(double steps) {
        Wave wave = Waves.sine(44100, 1760 * Math.pow(2, steps / 12));
        Tuning tuning = Tuning.of(Spectrogram.of(wave, Stft.of(4096)));
        assertThat(tuning.steps()).isCloseTo(steps, within(0.03));
        assertThat(tuning.a4()).isCloseTo(440 * Math.pow(2, steps / 12), within(1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 2047, 5000, 5001})
    void silenceGivesZeros(int samples) {
        Wave wave = Waves.silence(samples);
        Spectrogram spectrogram = Spectrogram.of(wave, Stft.LIBROSA);
        assertThat(Tuning.of(spectrogram)).isEqualTo(new Tuning(0, 12));
        for (FrameSeries series : List.of(
                ChromaStft.of(spectrogram),
                SpectralCentroid.of(spectrogram),
                SpectralBandwidth.of(spectrogram),
                SpectralRolloff.of(spectrogram),
                ZeroCrossingRate.of(wave),
                Rms.of(wave))) {
            assertThat(series.values()).as(series.name()).containsOnly(0);
            assertThat(series.frames()).isEqualTo(1 + samples / 512);
        }
        FrameSeries mfcc = Mfcc.of(MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(128, Waves.RATE)), 13);
        assertThat(mfcc.value(0, 0)).isCloseTo((float) (-100 * Math.sqrt(128)), within(1e-3f));
        assertThat(mfcc.value(1, 0)).isCloseTo(0, within(1e-4f));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 2049})
    void shortWavesHaveARow(int samples) {
        FeatureRow row = FeatureRow.of(Waves.noise(samples, 3));
        assertThat(row.values()).hasSize(57).doesNotContain(Double.NaN);
        assertThat(row.names())
                .hasSize(57)
                .startsWith("chroma_stft_mean", "chroma_stft_var")
                .endsWith("mfcc20_var");
        assertThat(row.value("rms_mean")).isPositive();
        assertThat(row).hasToString("FeatureRow[57 values, chroma_stft_mean to mfcc20_var]");
    }

    @Test
    void mfccOfDecibelsIsTakenAsItIs() {
        Spectrogram mel = MelSpectrogram.of(Waves.noise(5000, 4), Stft.LIBROSA, MelBank.of(40, Waves.RATE));
        assertThat(Mfcc.of(mel.toDecibels(), 13).values())
                .containsExactly(Mfcc.of(mel, 13).values());
        assertThat(Mfcc.of(mel, 13).rows()).hasSize(13).startsWith("mfcc1", "mfcc2");
    }

    @Test
    void summary() {
        assertThat(Summary.of(new float[] {1, 2, 6})).isEqualTo(new Summary(3, 14.0 / 3));
        assertThat(Summary.of(new float[] {7})).isEqualTo(new Summary(7, 0));
    }
}
