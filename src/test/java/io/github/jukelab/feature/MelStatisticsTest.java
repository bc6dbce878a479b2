package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelStatistics.Statistic;
import io.github.jukelab.signal.Generated;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Reference;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with librosa and numpy in {@code FeatureCatalogParityTest}. */
class MelStatisticsTest {

    private static final MelStatistics FEW = MelStatistics.DEFAULT.withBands(12);

    /** Noise that becomes louder and softer, with a silent half second. */
    private static double sound(long i) {
        double noise = Math.sin(i * 0.31 * (i % 977)) + Math.sin(i * 0.05);
        return i % 40_000 > 29_000 ? 0 : noise * (0.1 + i % 20_000 / 50_000.0);
    }

    @Test
    void namesEachBandAndStatistic() {
        assertThat(MelStatistics.DEFAULT.names())
                .hasSize(480)
                .doesNotHaveDuplicates()
                .startsWith("mel01_mean", "mel02_mean")
                .contains("mel96_mean", "mel01_std", "mel07_diff_std", "mel10_p10")
                .endsWith("mel96_p90");
        MelStatistics some = new MelStatistics(100, Set.of(Statistic.P90, Statistic.STD), false);
        assertThat(some.names()).hasSize(200).startsWith("mel01_std").endsWith("mel100_p90");
        assertThat(some).hasToString("MelStatistics[100 bands, [std, p90], with gain]");
    }

    @Test
    void areKnownByTheNamesOfTheirColumns() {
        for (MelStatistics statistics :
                List.of(MelStatistics.DEFAULT, FEW, FEW.withBands(1).withStatistics(Set.of(Statistic.DIFF_STD)))) {
            assertThat(MelStatistics.named(statistics.names())).contains(statistics);
        }
        assertThat(MelStatistics.named(List.of("label", "mel03_p10", "mel07_mean", "mel03_mean")))
                .contains(FEW.withBands(2).withStatistics(Set.of(Statistic.MEAN, Statistic.P10)));
        assertThat(MelStatistics.named(List.of("mel1_mean", "mel01_max", "mfcc1_mean", "xmel01_mean")))
                .isEmpty();
    }

    @Test
    void refusesNoBandsAndNoStatistics() {
        assertRejected(() -> FEW.withBands(0), "bands must be at least 1, got 0");
        assertRejected(
                () -> FEW.withStatistics(Set.of()),
                "statistics must be some of [mean, std, diff_std, p10, p90], got none");
    }

    /** Percentiles are of decibels rounded to 1/128. */
    @ParameterizedTest
    @CsvSource({"60000, true", "60000, false", "3000, true", "512, false"})
    void equalsTheDefinition(int samples, boolean gainRemoved) {
        Wave wave = Waves.of(samples, MelStatisticsTest::sound);
        Spectrogram decibels = MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(12, wave.rate()))
                .toDecibels(gainRemoved ? Reference.MAX : Reference.ONE);
        FeatureRow row = FEW.withGainRemoved(gainRemoved).row(wave);
        for (int band = 0; band < 12; band++) {
            float[] values = decibels.bin(band);
            double[] differences = IntStream.range(1, values.length)
                    .mapToDouble(t -> values[t] - values[t - 1])
                    .toArray();
            double[] sorted = IntStream.range(0, values.length)
                    .mapToDouble(t -> values[t])
                    .sorted()
                    .toArray();
            String name = String.format("mel%02d_", band + 1);
            assertThat(row.value(name + "mean"))
                    .isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-4));
            assertThat(row.value(name + "std")).isCloseTo(deviation(sorted), within(1e-4));
            assertThat(row.value(name + "diff_std")).isCloseTo(deviation(differences), within(1e-4));
            assertThat(row.value(name + "p10")).isCloseTo(percentile(sorted, 0.1), within(1 / 128.0));
            assertThat(row.value(name + "p90")).isCloseTo(percentile(sorted, 0.9), within(1 / 128.0));
        }
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static double percentile(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int lower = (int) Math.floor(rank);
        int upper = (int) Math.ceil(rank);
        return sorted[lower] + (rank - lower) * (sorted[upper] - sorted[lower]);
    }

    @Test
    void anyBlockSizeGivesTheSameRow() throws Exception {
        Recording recording = new Generated(130_000, MelStatisticsTest::sound);
        double[] row = FEW.row(Waves.of(130_000, MelStatisticsTest::sound)).values();
        assertThat(FEW.row(recording).values()).containsExactly(row);
        for (int block : new int[] {1, 7, 100, 1000}) {
            for (long kept : new long[] {0, 100, Long.MAX_VALUE}) {
                assertThat(new MelStatisticsBuilder(FEW, recording, block, kept)
                                .row()
                                .values())
                        .as("block %d, kept %d", block, kept)
                        .containsExactly(row);
            }
        }
    }

    /** A quarter of the amplitude is 12.04 dB less. */
    @Test
    void theGainIsRemovedOrOnlyShiftsLevels() {
        Wave loud = Waves.of(60_000, MelStatisticsTest::sound);
        Wave soft = Waves.of(60_000, i -> sound(i) / 4);
        double[] removed = FEW.row(loud).values();
        assertThat(FEW.row(soft).values()).containsExactly(removed, within(1e-4));
        FeatureRow with = FEW.withGainRemoved(false).row(loud);
        FeatureRow softer = FEW.withGainRemoved(false).row(soft);
        for (String name : FEW.names()) {
            double less = name.endsWith("std") ? 0 : 20 * Math.log10(4);
            assertThat(softer.value(name)).as(name).isCloseTo(with.value(name) - less, within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 5000})
    void silenceHasNoSpread(int samples) {
        Wave silence = Waves.silence(samples);
        assertThat(FEW.row(silence).values()).containsOnly(0);
        FeatureRow row = FEW.withGainRemoved(false).row(silence);
        assertThat(row.value("mel05_mean")).isEqualTo(-100);
        assertThat(row.value("mel05_p10")).isEqualTo(-100);
        assertThat(row.value("mel05_std")).isZero();
    }

    @Test
    void aSingleFrameHasNoDifferences() {
        FeatureRow row = FEW.row(Waves.noise(500, 1));
        assertThat(row.value("mel03_diff_std")).isZero();
        assertThat(row.value("mel03_p10")).isEqualTo(row.value("mel03_p90"));
        assertThat(row.value("mel03_mean")).isBetween(-80.0, 0.0);
    }

    /** 11 values in steps of 1 dB: the 10th percentile is the second, the 90th the last but one. */
    @Test
    void percentilesOfKnownValues() {
        BandStatistics band = new BandStatistics(-3);
        band.add(new float[] {-13, -3, -5, -4});
        band.add(new float[] {-6, -7, -8, -9, -10, -11, -12});
        assertThat(band.value(Statistic.P10, 0)).isEqualTo(-12);
        assertThat(band.value(Statistic.P90, 0)).isEqualTo(-4);
        assertThat(band.value(Statistic.P90, -3)).isEqualTo(-1);
        assertThat(band.value(Statistic.MEAN, 0)).isEqualTo(-8);
        band.add(new float[] {-83});
        assertThat(band.value(Statistic.P10, 0)).isCloseTo(-12.9, within(1e-9));
    }
}
