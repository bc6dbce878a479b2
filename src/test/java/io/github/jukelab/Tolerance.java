package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much a value may differ from the expected one: the largest of three bounds. If all are 0, values must be equal.
 * Beside the fixtures it is an object such as <code>{"relative": 1e-5, "absolute": 1e-6}</code>; what is missing is 0.
 *
 * @param absolute in the unit of the values
 * @param relative share of the expected value
 * @param ofMaximum share of the largest expected value
 * @param columns other tolerances for some columns of a table, by name
 */
public record Tolerance(
        double absolute,
        double relative,
        @JsonProperty("of_maximum") double ofMaximum,
        Map<String, Tolerance> columns) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Without other tolerances if {@code columns} is null. */
    public Tolerance {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    /**
     * An absolute or relative tolerance.
     *
     * @param absolute in the unit of the values
     * @param relative share of the expected value
     * @return the larger of both is allowed
     */
    public static Tolerance of(double absolute, double relative) {
        return new Tolerance(absolute, relative, 0, Map.of());
    }

    /**
     * The tolerance of a manifest's entry.
     *
     * @param tolerance the object
     * @return the tolerance
     * @throws IllegalArgumentException if the object has other keys
     */
    public static Tolerance of(JsonNode tolerance) {
        return JSON.convertValue(tolerance, Tolerance.class);
    }

    /**
     * The tolerance of a column.
     *
     * @param name the column's name
     * @return that of the column, else this one
     */
    public Tolerance column(String name) {
        return columns.getOrDefault(name, this);
    }

    /**
     * Requires as many values as expected, each within this tolerance; NaN never is.
     *
     * @param what named by the error
     * @param actual our values
     * @param expected their values
     */
    public void assertClose(String what, double[] actual, double[] expected) {
        assertThat(actual.length).as("%s: number of values", what).isEqualTo(expected.length);
        double maximum = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        List<String> far = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= allowed(expected[i], maximum))) {
                far.add(actual[i] + " for " + expected[i] + " at " + i);
            }
        }
        assertThat(far).as("%s: values that differ by more than %s", what, this).isEmpty();
    }

    /**
     * The same for values in single precision.
     *
     * @param what named by the error
     * @param actual our values
     * @param expected their values
     */
    public void assertClose(String what, float[] actual, double[] expected) {
        double[] values =
                IntStream.range(0, actual.length).mapToDouble(i -> actual[i]).toArray();
        assertClose(what, values, expected);
    }

    private double allowed(double expected, double maximum) {
        return Math.max(absolute, Math.max(relative * Math.abs(expected), ofMaximum * maximum));
    }
}
