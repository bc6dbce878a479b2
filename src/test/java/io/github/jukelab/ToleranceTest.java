package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    private static final double[] EXPECTED = {-100, 0.5, 0};

    private static Tolerance read(String json) throws JsonProcessingException {
        return Tolerance.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    /** Binary fractions, so that the differences are exact. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'absolute': 0}                       | 0    | 0        | 0",
                "{'absolute': 0.25}                    | 0.25 | 0.25     | 0.25",
                "{'relative': 0.25}                    | 25   | 0.125    | 0",
                "{'of_maximum': 0.25}                  | 25   | 25       | 25",
                "{'relative': 0.25, 'absolute': 0.125} | 25   | 0.125    | 0.125"
            })
    void allowsTheLargestBound(String json, double first, double second, double third) throws JsonProcessingException {
        Tolerance tolerance = read(json);
        double[] allowed = {first, second, third};
        for (int i = 0; i < allowed.length; i++) {
            double[] actual = EXPECTED.clone();
            actual[i] = EXPECTED[i] + allowed[i];
            tolerance.assertClose("values", actual, EXPECTED);
            actual[i] = EXPECTED[i] - allowed[i];
            tolerance.assertClose("values", actual, EXPECTED);
            actual[i] = EXPECTED[i] + allowed[i] + 0x1p-20;
            assertThatThrownBy(() -> tolerance.assertClose("values", actual, EXPECTED))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("values: values that differ by more than Tolerance[");
        }
    }

    @Test
    void refusesNaNAndOtherSizes() {
        Tolerance wide = Tolerance.of(1e9, 0);
        assertThatThrownBy(() -> wide.assertClose("values", new double[] {Double.NaN, 0, 0}, EXPECTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("NaN for -100.0 at 0");
        assertThatThrownBy(() -> wide.assertClose("values", new float[2], EXPECTED))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void columnsMayHaveTheirOwn() throws JsonProcessingException {
        Tolerance table = read("{'relative': 0.5, 'columns': {'mean': {'absolute': 2}}}");
        assertThat(table.column("mean")).isEqualTo(Tolerance.of(2, 0));
        assertThat(table.column("variance")).isSameAs(table);
    }

    @Test
    void refusesUnknownKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{'abs': 1}"))
                .withMessageContaining("Unrecognized field \"abs\"");
    }
}
