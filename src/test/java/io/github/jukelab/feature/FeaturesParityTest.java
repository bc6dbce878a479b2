package io.github.jukelab.feature;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static io.github.jukelab.signal.LibrosaFixtures.largestRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Npy;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Features against librosa's, within the tolerances of the manifest. */
class FeaturesParityTest {

    private static Spectrogram magnitude(Fixture fixture) {
        return Spectrogram.of(fixture.wave(), Stft.LIBROSA);
    }

    static Stream<Fixture> mfcc20() {
        return LibrosaFixtures.having("mfcc20");
    }

    @ParameterizedTest
    @MethodSource
    void mfcc20(Fixture fixture) {
        Spectrogram mel = MelSpectrogram.of(fixture.wave(), Stft.LIBROSA, MelBank.of(128, 22050));
        assertThat(largestDifference(Mfcc.of(mel, 20).values(), fixture.expected()))
                .isLessThanOrEqualTo(2e-3);
    }

    static Stream<Fixture> chroma() {
        return LibrosaFixtures.having("chroma_stft");
    }

    @ParameterizedTest
    @MethodSource
    void chroma(Fixture fixture) {
        assertThat(largestDifference(ChromaStft.of(fixture.wave(), Stft.LIBROSA).values(), fixture.expected()))
                .isLessThanOrEqualTo(1e-5);
        assertThat(largestDifference(ChromaStft.of(magnitude(fixture)).values(), fixture.expected()))
                .isLessThanOrEqualTo(1e-5);
    }

    static Stream<Fixture> tuning() {
        return LibrosaFixtures.having("tuning");
    }

    @ParameterizedTest
    @MethodSource
    void tuning(Fixture fixture) {
        Tuning ofPower = Tuning.of(Spectrogram.of(fixture.wave(), Stft.LIBROSA, Scale.POWER));
        Tuning ofMagnitude = Tuning.of(magnitude(fixture), 36);
        assertThat(ofPower.steps()).isEqualTo(fixture.expected().values()[0]);
        assertThat(ofMagnitude.steps()).isEqualTo(fixture.expected().values()[1]);
    }

    @ParameterizedTest
    @CsvSource({"0, t+0.00", "0.3, t+0.30", "-0.17, t-0.17"})
    void chromaFilters(double tuning, String name) {
        Npy expected = LibrosaFixtures.table("chroma_filters_" + name);
        double[][] filters = ChromaFilters.of(Stft.LIBROSA.frequencies(22050), new Tuning(tuning, 12));
        for (int c = 0; c < 12; c++) {
            for (int bin = 0; bin < filters[c].length; bin++) {
                assertThat(filters[c][bin]).isCloseTo(expected.at(c, bin), within(1e-7));
            }
        }
    }

    static Stream<Fixture> centroid() {
        return LibrosaFixtures.having("spectral_centroid");
    }

    @ParameterizedTest
    @MethodSource
    void centroid(Fixture fixture) {
        requireRelative(SpectralCentroid.of(magnitude(fixture)), fixture.expected());
    }

    static Stream<Fixture> bandwidth() {
        return LibrosaFixtures.having("spectral_bandwidth");
    }

    @ParameterizedTest
    @MethodSource
    void bandwidth(Fixture fixture) {
        requireRelative(SpectralBandwidth.of(magnitude(fixture)), fixture.expected());
    }

    static Stream<Fixture> rms() {
        return LibrosaFixtures.having("rms");
    }

    @ParameterizedTest
    @MethodSource
    void rms(Fixture fixture) {
        requireRelative(Rms.of(fixture.wave()), fixture.expected());
    }

    private static void requireRelative(FrameSeries series, Npy expected) {
        assertThat(largestRelative(series.values(), expected, 0)).isLessThanOrEqualTo(1e-5);
        for (int t = 0; t < series.frames(); t++) {
            if (expected.values()[t] == 0) {
                assertThat(series.value(0, t)).isZero();
            }
        }
    }

    static Stream<Fixture> rolloff() {
        return LibrosaFixtures.having("spectral_rolloff");
    }

    @ParameterizedTest
    @MethodSource
    void rolloff(Fixture fixture) {
        requireBins(SpectralRolloff.of(magnitude(fixture)), fixture.expected());
    }

    static Stream<Fixture> lowRolloff() {
        return LibrosaFixtures.having("spectral_rolloff_01");
    }

    @ParameterizedTest
    @MethodSource
    void lowRolloff(Fixture fixture) {
        requireBins(SpectralRolloff.of(magnitude(fixture), 0.01), fixture.expected());
    }

    /** All bins must be equal: one in a thousand frames might differ, but the clips have fewer frames. */
    private static void requireBins(FrameSeries series, Npy expected) {
        assertThat(series.values()).containsExactly(expected.floats());
    }

    static Stream<Fixture> zeroCrossingRate() {
        return LibrosaFixtures.having("zero_crossing_rate");
    }

    @ParameterizedTest
    @MethodSource
    void zeroCrossingRate(Fixture fixture) {
        assertThat(largestDifference(ZeroCrossingRate.of(fixture.wave()).values(), fixture.expected()))
                .isZero();
    }

    static Stream<Fixture> zeroCrossings() {
        return LibrosaFixtures.having("zero_crossings_total");
    }

    @ParameterizedTest
    @MethodSource
    void zeroCrossings(Fixture fixture) {
        assertThat((double) ZeroCrossings.count(fixture.wave()))
                .isEqualTo(fixture.expected().values()[0]);
    }

    static Stream<Fixture> row() {
        return LibrosaFixtures.having("table57_f64");
    }

    @ParameterizedTest
    @MethodSource
    void row(Fixture fixture) {
        FeatureRow row = FeatureRow.of(fixture.wave());
        List<String> names57 = LibrosaFixtures.names57().toList();
        assertThat(row.names()).containsExactlyElementsOf(names57);
        for (String name : row.names()) {
            double expected = fixture.expected().values()[names57.indexOf(name)];
            assertThat(row.value(name)).as(name).isCloseTo(expected, within(tolerance(name, expected)));
        }
    }

    /** 1e-5 relative; for means and variances near 0 librosa's own float rounding is larger than that. */
    private static double tolerance(String name, double expected) {
        return name.matches("harmony_mean|perceptr_mean")
                ? 1e-8 + 1e-4 * Math.abs(expected)
                : Math.max(1e-5 * Math.abs(expected), 1e-6);
    }
}
