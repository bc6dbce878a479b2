package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.ChromaCqt;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.Tuning;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares every feature of the catalog, and what else {@link FixtureArrays} names, with librosa's array of the same
 * name, on every clip: shape, number type and values, within the tolerance in the manifest. Filters and windows, which
 * need no clip, are compared in the tests of their classes.
 */
class FeatureCatalogParityTest {

    /** Suffix of fixtures with only the beginning of an array. */
    private static final String HEAD = "_head";

    @Test
    void everyFixtureHasAFeature() {
        assertThat(LibrosaFixtures.names()).hasSizeGreaterThan(40).allSatisfy(name -> assertThat(FixtureArrays.names())
                .contains(name.replace(HEAD, "")));
    }

    static Stream<Fixture> equalsLibrosa() {
        return LibrosaFixtures.names().stream().flatMap(LibrosaFixtures::having);
    }

    @ParameterizedTest
    @MethodSource
    void equalsLibrosa(Fixture fixture) {
        FeatureArray actual = FixtureArrays.of(fixture.feature().replace(HEAD, ""), fixture.wave());
        assertThat(actual.type()).hasToString(fixture.type());
        double[] values = valuesOfShape(actual, fixture.expected().shape());
        if (fixture.feature().startsWith("table57")) {
            assertEachValue(fixture, values);
        } else {
            fixture.tolerance()
                    .assertClose(fixture.toString(), values, fixture.expected().values());
        }
    }

    /** The values if the shapes are equal; of long arrays of samples the fixture has only the beginning. */
    private static double[] valuesOfShape(FeatureArray actual, int[] expected) {
        if (expected.length == 1 && actual.shape()[0] > expected[0]) {
            assertThat(expected[0]).isIn(8192, 16_384);
            return Arrays.copyOf(actual.values(), expected[0]);
        }
        assertThat(actual.shape()).containsExactly(expected);
        return actual.values();
    }

    private static void assertEachValue(Fixture fixture, double[] values) {
        List<String> names = FeatureRow.of(fixture.wave()).names();
        assertThat(names).containsExactlyElementsOf(LibrosaFixtures.names57().toList());
        for (int i = 0; i < values.length; i++) {
            double[] expected = {fixture.expected().values()[i]};
            fixture.tolerance().column(names.get(i)).assertClose(names.get(i), new double[] {values[i]}, expected);
        }
    }

    static Stream<Fixture> loudFramesAreCloser() {
        return Stream.of("chroma_cqt", "tonnetz").flatMap(LibrosaFixtures::having);
    }

    /**
     * Where the manifest allows 1e-3, loud frames agree to 1e-5. Frames far below the loudest show the float rounding of
     * librosa's resampled wave, which is 1e-6 of the loudest magnitude.
     */
    @ParameterizedTest
    @MethodSource
    void loudFramesAreCloser(Fixture fixture) {
        double[] actual = FixtureArrays.of(fixture.feature(), fixture.wave()).values();
        double[] levels = levels(fixture.wave());
        for (int i = 0; i < actual.length; i++) {
            double tolerance = Math.max(1e-5, 1e-6 / levels[i % levels.length]);
            assertThat(actual[i])
                    .as("frame %d", i % levels.length)
                    .isCloseTo(fixture.expected().values()[i], within(tolerance));
        }
    }

    /** The largest magnitude of each frame as a share of the largest of all. */
    private static double[] levels(Wave wave) {
        Tuning tuning = Tuning.of(Spectrogram.of(wave, Stft.LIBROSA), 36);
        Spectrogram spectrogram =
                ChromaCqt.CONSTANT_Q.withTuning(tuning.steps()).apply(wave);
        double[] levels = new double[spectrogram.frames()];
        for (int k = 0; k < spectrogram.bins(); k++) {
            float[] bin = spectrogram.bin(k);
            Arrays.setAll(levels, t -> Math.max(levels[t], bin[t]));
        }
        double loudest = Arrays.stream(levels).max().orElseThrow();
        return Arrays.stream(levels).map(level -> level / loudest).toArray();
    }
}
