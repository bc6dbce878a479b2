package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares every feature of the catalog with librosa's array of the same name, on every clip: shape, number type and
 * values, within the tolerance in the manifest.
 */
class FeatureCatalogParityTest {

    /** Suffix of fixtures with only the beginning of an array. */
    private static final String HEAD = "_head";

    /** Fixtures of changed waves are not features; other tests compare them. */
    private static final Set<String> CHANGED_WAVES =
            Set.of("time_stretch_0.8", "time_stretch_1.5", "pitch_shift_4", "pitch_shift_-5");

    private static JsonNode clips() {
        try {
            return new ObjectMapper()
                    .readTree(FeatureCatalogParityTest.class.getResource("/fixtures/librosa/manifest.json"))
                    .get("clips");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasFeature(String array) {
        String name = array.endsWith(HEAD) ? array.substring(0, array.length() - HEAD.length()) : array;
        return CHANGED_WAVES.contains(name) || FixtureArrays.names().contains(name);
    }

    @Test
    void everyFixtureHasAFeature() {
        Set<String> missing = new TreeSet<>();
        for (JsonNode clip : clips()) {
            clip.get("features").fields().forEachRemaining(array -> {
                if (array.getValue().get("file").asText().endsWith(".npy") && !hasFeature(array.getKey())) {
                    missing.add(array.getKey());
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    static Stream<Fixture> equalsLibrosa() {
        return FixtureArrays.names().stream()
                .flatMap(name -> Stream.concat(LibrosaFixtures.having(name), LibrosaFixtures.having(name + HEAD)));
    }

    @ParameterizedTest
    @MethodSource
    void equalsLibrosa(Fixture fixture) {
        String name = fixture.feature().replace(HEAD, "");
        JsonNode entry = clips().get(fixture.clip()).get("features").get(fixture.feature());
        FeatureArray actual = FixtureArrays.of(name, fixture.wave());
        assertThat(actual.type()).hasToString(entry.get("dtype").asText());
        double[] values = valuesOfShape(actual, fixture.expected().shape());
        Tolerance tolerance = Tolerance.of(entry.get("tolerance").asText());
        if (name.startsWith("table57")) {
            assertEachValue(values, fixture.expected().values(), tolerance);
        } else {
            assertThat(tolerance.violation(values, fixture.expected().values())).isEmpty();
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

    private static void assertEachValue(double[] actual, double[] expected, Tolerance tolerance) {
        List<String> names = LibrosaFixtures.names57().toList();
        for (int i = 0; i < expected.length; i++) {
            double[] a = {actual[i]};
            double[] b = {expected[i]};
            assertThat(tolerance.forValue(names.get(i)).violation(a, b))
                    .as(names.get(i))
                    .isEmpty();
        }
    }
}
