package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Tolerance;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A small synthetic data set and scikit-learn's results on it: see three_labels.py beside the fixture. */
final class ThreeLabels {

    static final List<String> LABELS = List.of("waltz", "tango", "polka");

    private static final JsonNode ALL = read();

    private ThreeLabels() {}

    private static JsonNode read() {
        try (InputStream in = ThreeLabels.class.getResourceAsStream("/fixtures/scikit-learn/three_labels.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeatureVectors train() {
        return subset("train");
    }

    static FeatureVectors test() {
        return subset("test");
    }

    private static FeatureVectors subset(String name) {
        double[][] rows = matrix(ALL.get(name).get("rows"));
        JsonNode labels = ALL.get(name).get("labels");
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            String id = name + "." + i;
            vectors.add(new FeatureVector(id, id, LABELS.get(labels.get(i).asInt()), rows[i]));
        }
        return FeatureVectors.of(strings(ALL.get("features")), LABELS, vectors);
    }

    private static List<String> strings(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** An expected result of scikit-learn. */
    static JsonNode expected(String name) {
        return ALL.get(name);
    }

    /** Requires scikit-learn's result of a name, row by row. */
    static void assertClose(String name, List<double[]> actual) {
        double[][] expected = matrix(expected(name));
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertClose(name, actual.get(i), expected[i]);
        }
    }

    /** Requires values within the tolerance of a name. */
    static void assertClose(String name, double[] actual, double... expected) {
        Tolerance.of(ALL.get("tolerances").get(name)).assertClose(name, actual, expected);
    }

    static double[] vector(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static int[] integers(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    static double[][] matrix(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ThreeLabels::vector)
                .toArray(double[][]::new);
    }
}
