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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feature of the catalog against librosa's array of the same name, on every clip: shape, number type and values,
 * within the tolerance that the manifest gives it.
 */
class FeatureCatalogParityTest {

    /**
     * Where we are not equal, as the documentation of the class says: means and variances near 0 are off by librosa's own
     * rounding.
     */
    private static final Map<String, String> WIDER = Map.of(
            "table57", "rel 1e-4 or abs 1e-6; harmony_mean, perceptr_mean abs 1e-6",
            "table57_f64", "rel 1e-5 or abs 1e-6; harmony_mean, perceptr_mean abs 1e-8 + rel 1e-4");

    /** The fixture's array may be the beginning of a longer one. */
    private static final String HEAD = "_head";

    /** Some samples of changed sounds are no features; a test of their own compares them. */
    private static final Set<String> CHANGED_SOUNDS =
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

    private static boolean known(String array) {
        String name = array.endsWith(HEAD) ? array.substring(0, array.length() - HEAD.length()) : array;
        return CHANGED_SOUNDS.contains(name) || FixtureArrays.names().contains(name);
    }

    @Test
    void everyArrayOfTheManifestHasItsFeature() {
        Set<String> lacking = new TreeSet<>();
        for (JsonNode clip : clips()) {
            clip.get("features").fields().forEachRemaining(array -> {
                if (array.getValue().get("file").asText().endsWith(".npy") && !known(array.getKey())) {
                    lacking.add(array.getKey());
                }
            });
        }
        assertThat(lacking).isEmpty();
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
        double[] values = sameShape(actual, fixture.expected().shape());
        Tolerance tolerance = Tolerance.of(
                WIDER.getOrDefault(fixture.feature(), entry.get("tolerance").asText()));
        if (name.startsWith("table57")) {
            everyValue(values, fixture.expected().values(), tolerance);
        } else {
            assertThat(tolerance.complaint(values, fixture.expected().values())).isEmpty();
        }
    }

    /** Long arrays of samples are kept as their beginning alone. */
    private static double[] sameShape(FeatureArray actual, int[] expected) {
        if (expected.length == 1 && actual.shape()[0] > expected[0]) {
            assertThat(expected[0]).isIn(8192, 16_384);
            return Arrays.copyOf(actual.values(), expected[0]);
        }
        assertThat(actual.shape()).containsExactly(expected);
        return actual.values();
    }

    private static void everyValue(double[] actual, double[] expected, Tolerance tolerance) {
        List<String> names = LibrosaFixtures.names57().toList();
        for (int i = 0; i < expected.length; i++) {
            double[] a = {actual[i]};
            double[] b = {expected[i]};
            assertThat(tolerance.about(names.get(i)).complaint(a, b))
                    .as(names.get(i))
                    .isEmpty();
        }
    }
}
