package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    /** Has no text of its own. */
    private static final class Silent {}

    /** The same, but with a hash code. */
    private static final class Hashed {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hashed;
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new double[] {1, 2.5}, "double[2] {1, 2.5}"),
                Arguments.of(new double[0], "double[0] {}"),
                Arguments.of(new float[] {0, 1, 2, 3, 4, 5}, "float[6] {0, 1, 2, 3, 4, …} from 0 to 5, mean 2.5"),
                Arguments.of(new int[] {6, 5, 4, 3, 2, 1}, "int[6] {6, 5, 4, 3, 2, …} from 1 to 6, mean 3.5"),
                Arguments.of(new byte[] {-1, 1}, "byte[2] {-1, 1}"),
                Arguments.of(new boolean[6], "boolean[6] {false, false, false, false, false, …}"),
                Arguments.of("waveform".toCharArray(), "char[8] {w, a, v, e, f, …}"),
                Arguments.of(new String[] {"blues", null}, "String[2] {blues, null}"),
                Arguments.of(new float[2][3], "float[2][] {float[3], float[3]}"),
                Arguments.of(List.of(1, 2, 3), "[1, 2, 3]"),
                Arguments.of(Arrays.asList(null, new byte[3]), "[null, byte[3]]"),
                Arguments.of(Map.of("blues", 1), "{blues=1}"),
                Arguments.of(new Silent(), "Silent"),
                Arguments.of(new Hashed(), "Hashed"),
                Arguments.of((IntUnaryOperator) x -> x, "a lambda expression"),
                Arguments.of("text", "text"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void areShortText(Object value, String text) {
        assertThat(Values.describe(value)).isEqualTo(text);
    }

    @Test
    void longCollectionsEndWithTheirSize() {
        List<Integer> items = IntStream.range(0, 1000).boxed().toList();
        assertThat(Values.describe(items)).startsWith("[0, 1, 2, ").endsWith(", 98, 99, … 1000 in all]");
    }

    @Test
    void longTextsEndWithTheirLength() {
        assertThat(Values.describe(Map.of("key", "x".repeat(100_000))))
                .hasSizeLessThan(20_100)
                .endsWith("xxx… (100006 characters in all)");
    }
}
