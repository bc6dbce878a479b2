package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.ComplexSpectrogram;
import io.github.jukelab.signal.Generated;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The row is the same for any block size, and that of the features of the whole sound. */
class FeatureRowBlocksTest {

    private static final long ALL = Long.MAX_VALUE;

    /** Chords that change every second, with clicks twice a second. */
    private static double music(long i) {
        double phase = 2 * Math.PI * i / Waves.RATE * 110 * Math.pow(2, i / Waves.RATE * 7 % 12 / 12.0);
        double click = i % 11_025 < 300 ? 0.3 * Math.sin(i * (double) (i % 11_025)) : 0;
        return 0.2 * (Math.sin(phase) + Math.sin(1.5 * phase)) + click + 1e-3 * Math.sin(0.7 * i * (i % 1013));
    }

    private static double[] row(Recording recording, Stft stft, int block, long kept) throws Exception {
        return new FeatureRowBuilder(recording, stft, recording.length(), block, kept)
                .row()
                .values();
    }

    /** Every feature by its own class, on the whole sound. */
    private static List<Double> whole(Wave wave, Stft stft) {
        Spectrogram magnitude = Spectrogram.of(wave, stft);
        HarmonicPercussive parts = HarmonicPercussive.of(ComplexSpectrogram.of(wave, stft), magnitude, wave);
        Spectrogram mel = MelBank.of(128, wave.rate()).apply(magnitude).toDecibels();
        List<Double> values = new ArrayList<>();
        add(values, ChromaStft.of(magnitude).values());
        add(values, Rms.of(wave, stft.framing()).values());
        add(values, SpectralCentroid.of(magnitude).values());
        add(values, SpectralBandwidth.of(magnitude).values());
        add(values, SpectralRolloff.of(magnitude).values());
        add(values, ZeroCrossingRate.of(wave, stft.framing()).values());
        add(values, parts.harmonic().samples());
        add(values, parts.percussive().samples());
        values.add(
                Beats.of(OnsetStrength.of(mel, stft, Aggregate.MEDIAN)).tempo().bpm());
        FrameSeries mfcc = Mfcc.of(mel, 20);
        for (int k = 0; k < 20; k++) {
            add(values, mfcc.row(k));
        }
        return values;
    }

    /** Mean and variance by their definitions. */
    private static void add(List<Double> values, float[] series) {
        double sum = 0;
        for (float value : series) {
            sum += value;
        }
        double squares = 0;
        for (float value : series) {
            squares += Math.pow(value - sum / series.length, 2);
        }
        values.add(sum / series.length);
        values.add(squares / series.length);
    }

    private static void assertWhole(double[] row, Wave wave, Stft stft) {
        List<Double> whole = whole(wave, stft);
        assertThat(row).hasSameSizeAs(whole);
        for (int i = 0; i < row.length; i++) {
            double expected = whole.get(i);
            assertThat(row[i]).as("value %d", i).isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-9));
        }
    }

    static Stream<Arguments> anyBlockSizeGivesTheSameRow() {
        Stft small = Stft.of(64);
        return Stream.of(
                        small,
                        small.withPadding(Padding.REFLECT),
                        small.withHop(10),
                        small.withHop(100),
                        small.withCentered(false),
                        Stft.of(100).withHop(30).withPadding(Padding.REFLECT),
                        Stft.LIBROSA)
                .flatMap(stft -> Stream.of(1100, 5000).map(samples -> Arguments.of(stft, samples)));
    }

    @ParameterizedTest
    @MethodSource
    void anyBlockSizeGivesTheSameRow(Stft stft, int samples) throws Exception {
        Recording recording = new Generated(samples, FeatureRowBlocksTest::music);
        double[] row = FeatureRow.of(recording, stft).values();
        for (int block : new int[] {1, 7, 16, 100}) {
            assertThat(row(recording, stft, block, ALL)).as("block %d", block).containsExactly(row);
            assertThat(row(recording, stft, block, 0)).as("block %d", block).containsExactly(row);
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfAMinuteInAnyBlocks(Preset preset) throws Exception {
        Recording recording = new Generated(30 * Waves.RATE, FeatureRowBlocksTest::music);
        Stft stft = preset.stft();
        double[] row = FeatureRow.of(recording, stft).values();
        assertThat(row(recording, stft, 50, ALL)).containsExactly(row);
        assertThat(row(recording, stft, 5000, 0)).containsExactly(row);
        assertWhole(row, Waves.of(30 * Waves.RATE, FeatureRowBlocksTest::music), stft);
    }

    /** From one sample to a few frames, and around the end of the first and the second block of 10 frames. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 33, 159, 160, 161, 319, 320, 321, 400})
    void soundsOfAnyLength(int samples) throws Exception {
        Stft stft = Stft.of(64);
        Wave wave = Waves.of(samples, FeatureRowBlocksTest::music);
        for (int block : new int[] {1, 10, 1000}) {
            assertWhole(row(Recording.of(wave), stft, block, 0), wave, stft);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3000, 200_000})
    void silence(int samples) throws Exception {
        Wave wave = Waves.silence(samples);
        assertWhole(row(Recording.of(wave), Stft.LIBROSA, 100, 0), wave, Stft.LIBROSA);
    }

    /** Too long to be kept, so the powers are computed twice; never are more than 20 s asked for at once. */
    @Test
    void twoMinutesAreReadInBlocks() throws Exception {
        int samples = 120 * Waves.RATE;
        Generated recording = new Generated(samples, FeatureRowBlocksTest::music);
        double[] row = FeatureRow.of(recording, Stft.LIBROSA).values();
        assertThat(recording.largestRead()).isLessThan(20 * Waves.RATE);
        assertThat(recording.readers()).isBetween(2, 3);
        assertThat(recording.open()).isZero();
        assertWhole(row, Waves.of(samples, FeatureRowBlocksTest::music), Stft.LIBROSA);
    }

    @Test
    void onlyRebuiltSamplesOfThePartsCount() throws Exception {
        Recording recording = new Generated(3000, FeatureRowBlocksTest::music);
        Stft stft = Preset.KAGGLE_2020.stft();
        double[] row = Preset.KAGGLE_2020.row(recording).values();
        for (int block : new int[] {1, 2, 5}) {
            assertThat(new FeatureRowBuilder(recording, stft, 2560, block, 0)
                            .row()
                            .values())
                    .containsExactly(row);
        }
    }

    @Test
    void rejectsRecordingsThatAreTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureRow.of(new Generated(1L << 31, i -> 0), Stft.LIBROSA))
                .withMessage("features need a sound of at most 2147483647 samples, got 2147483648");
    }
}
