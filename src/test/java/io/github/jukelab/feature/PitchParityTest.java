package io.github.jukelab.feature;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Npy;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chroma and tonal centroid against librosa's. The manifest allows 1e-3. */
class PitchParityTest {

    static Stream<Fixture> chromaCqt() {
        return LibrosaFixtures.having("chroma_cqt");
    }

    @ParameterizedTest
    @MethodSource
    void chromaCqt(Fixture fixture) {
        requireClose(fixture, ChromaCqt.of(fixture.wave()));
    }

    static Stream<Fixture> chromaCens() {
        return LibrosaFixtures.having("chroma_cens");
    }

    /** In these clips no share is so close to a limit that rounding decides. */
    @ParameterizedTest
    @MethodSource
    void chromaCens(Fixture fixture) {
        assertThat(largestDifference(ChromaCens.of(fixture.wave()).values(), fixture.expected()))
                .isLessThanOrEqualTo(1e-6);
    }

    static Stream<Fixture> tonnetz() {
        return LibrosaFixtures.having("tonnetz");
    }

    @ParameterizedTest
    @MethodSource
    void tonnetz(Fixture fixture) {
        requireClose(fixture, Tonnetz.of(fixture.wave()));
    }

    /**
     * 1e-5. Frames far below the loudest show the float rounding of librosa's resampled wave; their tolerance is 1e-6
     * of the loudest magnitude, at most that of the manifest.
     */
    private static void requireClose(Fixture fixture, FrameSeries series) {
        double[] levels = levels(fixture);
        Npy expected = fixture.expected();
        for (int row = 0; row < series.rows().size(); row++) {
            for (int t = 0; t < series.frames(); t++) {
                double tolerance = Math.max(1e-5, Math.min(1e-3, 1e-6 / levels[t]));
                assertThat((double) series.value(row, t))
                        .as("row %d, frame %d", row, t)
                        .isCloseTo(expected.at(row, t), within(tolerance));
            }
        }
        assertThat(expected.shape()).containsExactly(series.rows().size(), series.frames());
    }

    /** The largest magnitude of each frame as a share of the largest of all. */
    private static double[] levels(Fixture fixture) {
        Tuning tuning = Tuning.of(Spectrogram.of(fixture.wave(), Stft.LIBROSA), 36);
        ConstantQ constantQ = ChromaCqt.CONSTANT_Q.withTuning(tuning.steps());
        Spectrogram spectrogram = constantQ.apply(fixture.wave());
        double[] levels = new double[spectrogram.frames()];
        double loudest = 0;
        for (int t = 0; t < levels.length; t++) {
            for (int k = 0; k < spectrogram.bins(); k++) {
                levels[t] = Math.max(levels[t], spectrogram.value(k, t));
            }
            loudest = Math.max(loudest, levels[t]);
        }
        for (int t = 0; t < levels.length; t++) {
            levels[t] /= loudest;
        }
        return levels;
    }
}
